export type { Action } from "./action";
export { ACTIONS, act, actionFault } from "./actions";
export {
  ArgumentError,
  parseArguments,
  quoted,
  requireNumber,
  requireWhole,
  requireOneOf,
} from "./arguments";
export { eventLine, type ScreenTexts, timeText } from "./event-line";
export { LINK_FAULTS, type LinkFault } from "./fault-actions";
export { preparation, requireFile, requirePackage } from "./input";
export {
  RUN_HELP,
  RUN_OPTIONS,
  type RunOptions,
  type RunValues,
  runOptions,
} from "./options";
export {
  loadPhone,
  PhoneStateError,
  type PhoneStorages,
  readStrings,
  savePhone,
} from "./phone-storages";
export { RunReport } from "./report";
export { Run } from "./run";
export { errorText, visibleLine, visibleText } from "./visible";
export { loadState, saveState, wallClock } from "./state-folder";
