import { doneOf, doneText } from "../../phone/history/done";
import type { SessionLine } from "../../phone/history/session-line";
import { type ScreenTexts, timeText, visibleLine } from "fitbit-simulator/run";

/** The texts of a screen without labels; none when the countdown alone has changed. */
export const newTexts: ScreenTexts = (byId) => {
  const texts = Object.entries(byId)
    .filter(([id, text]) => text && !/-label$/.test(id))
    .map(([, text]) => text);
  const [first] = texts;
  const countdown = texts.length === 1 && /^(\d+|Hold \d+)$/.test(first!);
  return countdown ? [] : texts;
};

/** A session for people: what was done of each exercise. */
export function sessionText(session: SessionLine): string {
  const items = session.items.map((item) => {
    const done = {
      ...item,
      reps: [item.reps],
      holdSeconds: [item.holdSeconds],
    };
    const { what } = doneOf(done);
    const work =
      doneText(done) + (item.sides && what === "hold" ? ", both sides" : "");
    const sets = item.sets === 1 ? "1 set, " : `${item.sets} sets, `;
    const none = what === "nothing" || what === "skipped";
    return `        ${visibleLine(item.name ?? item.exercise)}: ${none ? "" : sets}${work}`;
  });
  const minutes = timeText(session.activeSeconds).trim();
  return [`${session.outcome} in ${minutes}:`, ...items].join("\n");
}
