import type { SessionLine } from "../../phone/history/session-line";
import type { WorldEvent } from "fitbit-simulator";

function stamp(seconds: number): string {
  const whole = Math.floor(seconds);
  const rest = String(whole % 60).padStart(2, "0");
  return `${String(Math.floor(whole / 60)).padStart(3)}:${rest}`;
}

const BELL: Record<string, string> = {
  bump: "·",
  nudge: "~",
  "nudge-max": "≈",
  ping: "◦",
  confirmation: "=",
  "confirmation-max": "≡",
};

/** One line for people, or undefined for what they need not see. */
export function textLine(event: WorldEvent): string | undefined {
  const at = stamp(event.t);
  switch (event.type) {
    case "vibrate":
      return `${at}  ${BELL[event.pattern] ?? "*"} ${event.pattern}`;
    case "screen": {
      const texts = Object.entries(event.text)
        .filter(([id, text]) => text && !/-label$/.test(id))
        .map(([, text]) => text);
      // The countdown alone is no news.
      if (texts.length < 2 && /^(\d+|Hold \d+)$/.test(texts[0] ?? "1")) {
        return undefined;
      }
      return `${at}    ${texts.join(" | ")}`;
    }
    case "exit":
      return `${at}  the app ended: ${event.error ?? event.reason}`;
    case "transfer":
      return event.state === "transferred"
        ? `${at}  -> ${event.to}: ${event.name} (${event.bytes} bytes)`
        : undefined;
    default:
      return undefined;
  }
}

/** A session for people: what was done of each exercise. */
export function sessionText(session: SessionLine): string {
  const items = session.items.map((item) => {
    const work = item.reps
      ? `${item.reps} reps`
      : `${item.holdSeconds} s${item.sides ? ", both sides" : ""}`;
    const sets = item.sets === 1 ? "1 set" : `${item.sets} sets`;
    return `        ${item.name ?? item.exercise}: ${sets}, ${work}`;
  });
  const minutes = stamp(session.activeSeconds).trim();
  return [`${session.outcome} in ${minutes}:`, ...items].join("\n");
}
