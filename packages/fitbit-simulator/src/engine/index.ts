export { PackageError } from "./package/error";
export { type FitbitPackage, openPackage } from "./package/open";
export {
  createWorld,
  DEFAULT_EPOCH_MS,
  type World,
  type WorldOptions,
} from "./world";
export type { EventBody, ExitReason, ProgramName, WorldEvent } from "./events";
export type { DisplayMode } from "./watch/display";
export type { Body, Place } from "./watch/body";
export type { TouchPhase, Way } from "./watch/finger";
export type { TapResult } from "./watch/process";
export type { Counters, WatchState } from "./watch/watch";
export type { LaunchReasons } from "./phone/companion";
export type { ArrivedFile, Phone, PhoneState } from "./phone/phone";
export type { Json, SettingsNode } from "./phone/settings-tree";
export { allNodes, functionOf, textOf } from "./phone/settings-tree";
export { modelName } from "./watch/models";
