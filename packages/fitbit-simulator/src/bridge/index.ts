export {
  type About,
  ConnectedWatch,
  type Installed,
  type LogLine,
  type Progress,
} from "./connected-watch";
export { type FailureKind, WatchFailure } from "./failure";
export { findWatches, type FoundWatch } from "./find-watches";
export {
  type BundleFiles,
  readWatchApp,
  type WatchApp,
  withChange,
} from "./watch-app";
export { withWatch } from "./with-watch";
export { leaveSoon, watchCommand } from "./watch-command";
