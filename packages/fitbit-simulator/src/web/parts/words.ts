import type { WorldEvent } from "../../engine";
import { visibleLine } from "../../visible";
import type { IconName } from "./icon";
import { pageLocale, say, word } from "../words/say";

/** What dates and numbers are written by. */
function dateLocale(): string {
  return pageLocale.value === "en-US" ? "en-GB" : pageLocale.value;
}

const two = (value: number) => String(value).padStart(2, "0");

/** Time of day and date on the watch, e.g. `07:30:05, 21 Nov 2026`. */
export function clockTime(wallMs: number, zoneMinutes: number): string {
  const local = new Date(wallMs + zoneMinutes * 60_000);
  const date = local.toLocaleDateString(dateLocale(), {
    timeZone: "UTC",
    day: "numeric",
    month: "short",
    year: "numeric",
  });
  return `${two(local.getUTCHours())}:${two(local.getUTCMinutes())}:${two(local.getUTCSeconds())}, ${date}`;
}

/** Minutes and seconds, with hours where there are any: `3:05`, `1:00:09`. */
export function span(seconds: number): string {
  const whole = Math.floor(seconds);
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  return hours > 0
    ? `${hours}:${two(minutes)}:${two(whole % 60)}`
    : `${minutes}:${two(whole % 60)}`;
}

/** A time of the timeline, to the tenth of a second: `3:05.4`. */
export function moment(seconds: number): string {
  const tenth = Math.floor((seconds * 10) % 10);
  return `${span(seconds)}.${tenth}`;
}

/** A number of things, as the page's language writes it. */
export function count(value: number): string {
  return value.toLocaleString(dateLocale());
}

/** A size in bytes or, from 2048 on, in KB of 1024 bytes. */
export function size(bytes: number): string {
  return bytes < 2048
    ? `${bytes}\u00a0B`
    : `${Math.round(bytes / 1024)}\u00a0KB`;
}

/** Characters of a line of a log that are shown; the saved timeline has them all. */
const MOST_CHARACTERS = 500;

/** A package's words as one line of a log. */
export function shortLine(text: string): string {
  const long = text.length > MOST_CHARACTERS;
  return visibleLine(long ? `${text.slice(0, MOST_CHARACTERS)}…` : text);
}

/** How the timeline sorts events. */
export type EventKind = "cues" | "screens" | "files" | "phone" | "life" | "log";

export const KINDS: readonly {
  readonly kind: EventKind;
  readonly name: string;
}[] = [
  { kind: "cues", name: word("Cues") },
  { kind: "screens", name: word("Screens") },
  { kind: "files", name: word("Files") },
  { kind: "phone", name: word("Phone") },
  { kind: "life", name: word("Life") },
  { kind: "log", name: word("Log") },
];

/** An event as the timeline shows it. */
export interface TimelineEntry {
  readonly kind: EventKind;
  readonly icon: IconName;
  readonly text: string;
  /** Where in the source; undefined where that is not known. */
  readonly at?: string | undefined;
  /** Something is wrong. */
  readonly bad: boolean;
}

function entry(
  kind: EventKind,
  icon: IconName,
  text: string,
  bad = false,
): TimelineEntry {
  return { kind, icon, text: shortLine(text), bad };
}

/** An event in words. */
export function entryOf(event: WorldEvent): TimelineEntry {
  switch (event.type) {
    case "vibrate":
      return entry("cues", "vibrate", event.pattern);
    case "stop":
      return entry("cues", "vibrate", say("vibration stopped"));
    case "screen": {
      const said = Object.values(event.text).filter((text) => text !== "");
      const view = event.view.replace(/^resources\/|\.(view|gui)$/g, "");
      return entry("screens", "screen", `${view}: ${said.join(" · ")}`);
    }
    case "display":
      return event.on
        ? entry("life", "light", say("display on"))
        : entry("life", "dark", say("display dark"));
    case "exercise":
      return entry("life", "clock", `${event.activity} ${event.state}`);
    case "file":
      return entry(
        "files",
        "file",
        `${event.op} “${event.name}” (${size(event.bytes)})`,
      );
    case "transfer":
      return entry(
        "phone",
        "transfer",
        say(
          event.to === "watch"
            ? word("file “%1” to the watch: %2 (%3)")
            : word("file “%1” to the phone: %2 (%3)"),
          event.name,
          event.state,
          size(event.bytes),
        ),
        event.state === "error",
      );
    case "message":
      return entry(
        "phone",
        "transfer",
        say(
          event.to === "watch"
            ? word("message to the watch (%1)")
            : word("message to the phone (%1)"),
          size(event.bytes),
        ),
      );
    case "storage":
      return entry(
        "phone",
        "phone",
        event.key === null
          ? say("all settings cleared (%1)", event.from)
          : say("setting “%1” changed (%2)", event.key, event.from),
      );
    case "log":
      return {
        ...entry(
          "log",
          "log",
          `${event.from}: ${event.message}`,
          event.level === "error" || event.level === "warn",
        ),
        at: event.at === undefined ? undefined : shortLine(event.at),
      };
    case "missing":
      return entry(
        "log",
        "warn",
        say("missing: %1", `${event.what} ${event.name}`),
        true,
      );
    case "launch":
      return entry("life", "launch", say("%1 started", event.from));
    case "exit": {
      const bad = event.error !== undefined;
      const why = bad ? `: ${event.error}` : "";
      return entry(
        "life",
        "stop",
        `${say("%1 ended, %2", event.from, event.reason)}${why}`,
        bad,
      );
    }
    default:
      return entry("log", "log", (event as WorldEvent).type);
  }
}
