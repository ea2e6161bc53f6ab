import { steadyTime } from "./platform/exercise-log";
import type { Ports } from "./session/run";
import { state } from "./state";
import { writeEntry } from "./storage/journal-file";

/** What every session needs of the watch: its journal's file and a steady clock. */
export const ports: Ports = {
  steady: steadyTime,
  append(bytes, place) {
    try {
      writeEntry(bytes, place);
      return true;
    } catch {
      state.notice = "notice-full";
      return false;
    }
  },
};
