export { PackageError } from "./package/error";
export {
  type FitbitPackage,
  openPackage,
  type WatchBundle,
} from "./package/open";
export {
  createWorld,
  DEFAULT_EPOCH_MS,
  type World,
  type WorldOptions,
  type WorldState,
} from "./world";
export type {
  EventBody,
  ExitReason,
  ProgramName,
  TransferState,
  WorldEvent,
} from "./events";
export type {
  AppFaults,
  CompanionFaults,
  Faults,
  StorageFaults,
} from "./faults";
export type { ArrivedFile } from "./link/inbox";
export type { Link } from "./link/link";
export { transferNameFault } from "./link/transfers";
export type { LinkFaults, QueuedFile, Transfer } from "./link/transfers";
export type { Body, Place } from "./watch/body";
export type { Counters } from "./watch/counters";
export type { DarkReason, DisplayMode } from "./watch/display";
export type { TouchPhase, Way } from "./watch/finger";
export type { TapResult } from "./watch/hit-test";
export {
  modelName,
  MODELS,
  type ScreenSize,
  type WatchButton,
  type WatchModel,
  watchModel,
} from "./watch/models";
export { SYSTEM_BYTES } from "./watch/jerryscript";
export {
  type Fit,
  fitOf,
  type HeapUse,
  memoryText,
  type MemoryUse,
} from "./watch/memory-use";
export type { DisplayState, Watch } from "./watch/watch";
export type { WatchState } from "./watch/watch-device";
export type { CalendarEvent, Calendars } from "./phone/calendars";
export type { LaunchReasons } from "./phone/companion";
export type { Phone } from "./phone/phone";
export type { PhoneState } from "./phone/phone-device";
export type { Json, SettingsNode } from "./phone/settings-tree";
export type { WebAnswer, WebAnswers } from "./phone/web-answers";
export { allNodes, functionOf, textOf } from "./phone/settings-tree";
