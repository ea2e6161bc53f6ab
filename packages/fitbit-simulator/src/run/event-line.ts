import type { WorldEvent } from "../engine";
import { visibleLine } from "../visible";
import { PROGRAM_NAMES } from "./program-names";

/** Seconds as `  m:ss`, at least six characters. */
export function timeText(seconds: number): string {
  const whole = Math.floor(seconds);
  const rest = String(whole % 60).padStart(2, "0");
  return `${String(Math.floor(whole / 60)).padStart(3)}:${rest}`;
}

const SIGNS: Readonly<Record<string, string>> = {
  bump: "·",
  nudge: "~",
  "nudge-max": "≈",
  ping: "◦",
  confirmation: "=",
  "confirmation-max": "≡",
};

/** The texts of a screen that people should read, by element id; none when nothing is new. */
export type ScreenTexts = (
  texts: Readonly<Record<string, string>>,
) => readonly string[];

const allTexts: ScreenTexts = (texts) =>
  Object.values(texts).filter((text) => text !== "");

/**
 * An event as one line for people; undefined for those that they need not see.
 * @param shown which texts of a screen to print; all that are not empty when left out
 */
export function eventLine(
  event: WorldEvent,
  shown = allTexts,
): string | undefined {
  const line = words(event, shown);
  return line === undefined ? undefined : visibleLine(line);
}

function words(event: WorldEvent, shown: ScreenTexts): string | undefined {
  const at = timeText(event.t);
  switch (event.type) {
    case "vibrate":
      return `${at}  ${SIGNS[event.pattern] ?? "*"} ${event.pattern}`;
    case "screen": {
      const texts = shown(event.text);
      return texts.length > 0 ? `${at}    ${texts.join(" | ")}` : undefined;
    }
    case "exit":
      return `${at}  ${PROGRAM_NAMES[event.from]} ended: ${event.error ?? event.reason}`;
    case "missing":
      return `${at}  ${event.from}: there is no ${event.what} ${event.name} here`;
    case "transfer":
      return event.state === "transferred"
        ? `${at}  -> ${event.to}: ${event.name} (${event.bytes} bytes)`
        : undefined;
    default:
      return undefined;
  }
}
