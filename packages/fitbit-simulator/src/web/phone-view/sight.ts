import type { WorldEvent } from "../../engine";
import type { Seen } from "./guide";

/** A change of the screen, or a pulse, as a voice takes it. */
export interface Change {
  readonly before: Seen | undefined;
  readonly now: Seen;
  /** The watch vibrated at that moment. */
  readonly felt: boolean;
}

/** Follows what the watch shows by what it tells of each change. */
export class SightFollower {
  private last: Seen | undefined;

  get seen(): Seen | undefined {
    return this.last;
  }

  /** Another app, or the same one anew: nothing is known of its screen. */
  forget(): void {
    this.last = undefined;
  }

  /** The moments among the newest events. A pulse and the screen of one time are one moment. */
  follow(events: readonly WorldEvent[]): Change[] {
    const changes: Change[] = [];
    for (let at = 0; at < events.length;) {
      const time = events[at]?.t;
      const before = this.last;
      let felt = false;
      for (; at < events.length && events[at]?.t === time; at += 1) {
        const event = events[at];
        if (event?.type === "vibrate") felt = true;
        if (event?.type === "screen") this.last = merged(this.last, event);
        if (event?.type === "exit" && event.from === "watch") this.forget();
      }
      const now = this.last;
      if (now !== undefined && (felt || now !== before)) {
        changes.push({ before, now, felt });
      }
    }
    return changes;
  }
}

function merged(
  before: Seen | undefined,
  { view, text }: Extract<WorldEvent, { type: "screen" }>,
): Seen {
  const same = before?.view === view;
  return { view, text: same ? { ...before.text, ...text } : text };
}
