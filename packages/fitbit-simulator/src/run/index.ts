export type { Action, ActionKind, ActionTable } from "./action";
export { ACTIONS, act, actionFault } from "./actions";
export {
  ArgumentError,
  CommandFailure,
  parseArguments,
  parseNoArguments,
  quoted,
  requireNumber,
  requireWhole,
  requireOneOf,
} from "./arguments";
export { asCommand, asStoppableCommand, stoppedCode, turn } from "./command";
export { playKept } from "./kept-run";
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
export { RunReport } from "./report";
export { Run } from "./run";
export { readState, StateFolder } from "./state/state-folder";
export { StateKeeper } from "./state/state-keeper";
export {
  NO_STATE,
  type PhoneStorages,
  type StateOwner,
  type StoredState,
} from "./state/stored-state";
export { errorText } from "./error-text";
export { visibleLine, visibleText } from "../visible";
