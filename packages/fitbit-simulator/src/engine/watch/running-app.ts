import type { Task } from "../time/schedule";
import type { HostValue } from "../vm/values";

/** The launched watch app, as the parts of the watch see it that wake it up. */
export interface RunningApp {
  /** False once the app has ended. */
  readonly running: boolean;
  /**
   * Calls a handler of the app and lets it run until it waits again.
   * @param kind what happened, as the guest program names its handlers
   * @returns what the handler returned; undefined when the app has ended
   */
  wake(kind: string, ...args: HostValue[]): HostValue;
  /** Runs something after `ms` of virtual time, unless the app has ended by then. */
  after(ms: number, run: () => void): Task;
}
