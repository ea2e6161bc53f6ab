import type { WorldEvent } from "../../engine";

/** Events that wait for the page at most; the page keeps no more either. */
const MOST_EVENTS = 20_000;
/** Characters of all log lines, errors and names that wait. */
const MOST_CHARACTERS = 500_000;

/** Events on their way to the page. Of those that come faster than it can take them the oldest are left out. */
export class EventBuffer {
  private waiting: WorldEvent[] = [];
  private leftOut = 0;

  push(event: WorldEvent): void {
    this.waiting.push(event);
    if (this.waiting.length > 2 * MOST_EVENTS) this.shorten();
  }

  /** Forgets them all. */
  clear(): void {
    this.waiting = [];
    this.leftOut = 0;
  }

  /** All that wait, oldest first; they do so no longer. Where some are left out, a line of the log says so. */
  take(): readonly WorldEvent[] {
    this.shorten();
    const { waiting, leftOut } = this;
    const [first] = waiting;
    this.clear();
    if (leftOut === 0 || first === undefined) return waiting;
    const message = `${leftOut} events are left out here: more than the page can take`;
    const told = {
      type: "log",
      level: "warn",
      from: "watch",
      message,
    } as const;
    return [{ ...told, t: first.t }, ...waiting];
  }

  private shorten(): void {
    const { waiting } = this;
    let from = waiting.length;
    let room = MOST_CHARACTERS;
    while (from > 0 && waiting.length - from < MOST_EVENTS && room > 0) {
      from -= 1;
      room -= length(waiting[from]!);
    }
    this.leftOut += from;
    this.waiting = waiting.slice(from);
  }
}

/** Characters of what a program may make as long as it likes. */
function length(event: WorldEvent): number {
  switch (event.type) {
    case "log":
      return event.message.length;
    case "storage":
      return event.key?.length ?? 0;
    case "exit":
      return event.error?.length ?? 0;
    case "screen":
      return Object.values(event.text).join("").length;
    case "missing":
    case "file":
    case "transfer":
      return event.name.length;
    default:
      return 0;
  }
}
