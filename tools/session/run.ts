import { SESSION_FILE } from "../../common/wire/link";
import type { WorldEvent } from "fitbit-simulator";
import { Run } from "fitbit-simulator/run";
import { OWN_ACTIONS } from "./answers";
import type { SessionOptions } from "./options";

/** How long a run without `--until` goes on after a record has left the watch. */
const AFTERWARDS_MS = 5000;

/** A run of this app: without actions it starts the session and leaves the summary. */
export class SessionRun extends Run {
  /** Records have left the watch. */
  private recordLeft = false;
  private tapsDone: boolean;
  private readonly endsAfterRecord: boolean;

  constructor(
    options: SessionOptions,
    emit: (event: WorldEvent) => void,
    warn: (line: string) => void,
  ) {
    const start = [{ at: 1, name: "tap", value: "start" }];
    const actions = options.actions ?? start;
    super({ ...options, actions }, emit, warn, OWN_ACTIONS);
    this.tapsDone = options.actions === undefined;
    this.endsAfterRecord = options.untilSeconds === undefined;
  }

  protected override seen(event: WorldEvent): void {
    super.seen(event);
    if (
      event.type !== "transfer" ||
      event.to !== "phone" ||
      event.state !== "transferred" ||
      !event.name.startsWith(SESSION_FILE)
    ) {
      return;
    }
    this.recordLeft = true;
    if (this.endsAfterRecord) this.endBy(event.t * 1000 + AFTERWARDS_MS);
  }

  protected override stepped(): void {
    const { watch } = this.world;
    if (!this.tapsDone || watch.view === undefined) return;
    if (this.recordLeft && watch.tree?.byId("done")) {
      this.tapsDone = false;
      watch.tap("done");
    }
  }
}
