import type { WorldEvent } from "../../engine";

/** Events that wait for the page at most; the page keeps no more either. */
const MOST_EVENTS = 20_000;
/** Characters of all log lines, errors and names that wait. */
const MOST_CHARACTERS = 500_000;

/** Characters of a name, and of all texts of a screen, that are told. */
const LONGEST = 4000;

/**
 * Events on their way to the page. Of those that come faster than it can take them the oldest are
 * left out, but for the start and the end of programs.
 */
export class EventBuffer {
  private waiting: WorldEvent[] = [];
  private leftOut = 0;

  push(event: WorldEvent): void {
    this.waiting.push(cut(event));
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
    let room = MOST_CHARACTERS;
    let count = 0;
    const kept = this.waiting.reduceRight<WorldEvent[]>((newer, event) => {
      room -= length(event);
      if (room >= 0) count += 1;
      const fits = room >= 0 && count <= MOST_EVENTS;
      if (fits || event.type === "launch" || event.type === "exit") {
        newer.push(event);
      }
      return newer;
    }, []);
    this.leftOut += this.waiting.length - kept.length;
    this.waiting = kept.reverse();
  }
}

/** The event with as much as is told of what a program may make as long as it likes. */
function cut(event: WorldEvent): WorldEvent {
  if (length(event) <= LONGEST) return event;
  if (event.type === "storage") {
    return { ...event, key: `${event.key?.slice(0, LONGEST)}…` };
  }
  if (event.type !== "screen") return event;
  let room = LONGEST;
  const texts = Object.entries(event.text).filter(([id, text]) => {
    room -= id.length + text.length;
    return room >= 0;
  });
  return { ...event, text: Object.fromEntries(texts) };
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
      return Object.entries(event.text).join("").length;
    case "missing":
    case "file":
    case "transfer":
      return event.name.length;
    default:
      return 0;
  }
}
