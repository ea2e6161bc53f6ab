import { batch, computed, signal } from "@preact/signals";
import type { ExitReason, Json, ProgramName, WorldEvent } from "../engine";
import { visibleLine } from "../visible";
import { VibrationPlayer } from "./vibration/vibration-player";
import { blameOpen, diedWith, noteOpen, noteTaken } from "./open-mark";
import { whenShown } from "./shown";
import { Client } from "./world/client";
import type {
  About,
  Command,
  Report,
  Screen,
  Shown,
  Tick,
  WorldStatus,
} from "./world/protocol";
import { say, word } from "./words/say";

/** A message above the page. */
export interface Notice {
  readonly title: string;
  readonly text: string;
  /** The world has ended: a package has to be opened anew. */
  readonly fatal: boolean;
  /** What it is about, where another view has its own words for that. */
  readonly about: "no-sound" | "unkept" | undefined;
}

/** A program of a package was stopped, in words. */
const STOPPED: Readonly<Record<ProgramName, string>> = {
  watch: word("The app on the watch was stopped"),
  companion: word("The companion was stopped"),
  settings: word("The settings page was stopped"),
};

/** Why something is not there after a reload. */
const UNKEPT = {
  refused: word(
    "The browser refuses to store it: all that happens here is gone after a reload.",
  ),
  full: word(
    "The browser has no room left: what happens from now on is gone after a reload.",
  ),
  file: word(
    "The browser tells files apart only at an address that begins with https: what this one stores is gone after a reload.",
  ),
};

/** Milliseconds for which a package may keep the page's own thread busy at once. */
const MOST_BUSY_MS = 5000;

/** Events that the timeline holds at most; the oldest are removed. */
const MAX_EVENTS = 20_000;
/** Characters of the name of something that is missing. */
const MOST_NAME = 100;
/** No package is larger. A larger file was given by mistake and is not read. */
const MAX_FILE_MB = 64;

/** What the page shows; only this file writes it. */
export const about = signal<About | undefined>(undefined);
export const world = signal<WorldStatus | undefined>(undefined);
export const screen = signal<Screen | null>(null);
/** The settings page of the phone; null while it is closed. */
export const settings = signal<readonly Shown[] | null>(null);
/** What a text field of the settings page proposes, and where that field is. */
export const proposals = signal<{ place: string; options: Json } | undefined>(
  undefined,
);
export const notice = signal<Notice | undefined>(undefined);
/** Another tab of this page holds what is stored, and nothing opens in this one. */
export const elsewhere = signal(false);
/** Why the app on the watch ended; undefined while it runs. */
export const ended = signal<ExitReason | undefined>(undefined);
export const vibrations = new VibrationPlayer(() =>
  sayOnce(
    say("No sound"),
    say("The browser plays none: vibrations are seen only."),
    "no-sound",
  ),
);

const log: WorldEvent[] = [];
const total = signal(0);
/** The events, oldest first, and how many there ever were. It is always the same array. */
export const timeline = computed(() => ({
  events: log as readonly WorldEvent[],
  total: total.value,
}));

/** What the package used and this simulator lacks, each once, in the order of its first use. */
export const missing = signal<readonly string[]>([]);

/** The size of the watch's screen in pixels; that of most models before a package is open. */
export function screenSize(): About["screen"] {
  return about.value?.screen ?? { width: 336, height: 336 };
}

/** Who wants to hear what happens as it does. */
export interface Listener {
  /** A package is open, or the same one anew. */
  opened?(): void;
  happened?(events: readonly WorldEvent[]): void;
  /** A file of the watch that was asked for with the command `read`. */
  content?(name: string, value: unknown): void;
  /** The state that was asked for with the command `export-state`. */
  state?(text: string): void;
}

const listeners = new Set<Listener>();

/** Adds someone who hears what happens. */
export function listen(listener: Listener): void {
  listeners.add(listener);
}

/** The watch's display stays on, also in a world that begins later. */
let displayHeld = false;
let settingsWanted = false;
let inspecting = false;
let statusAtMs = 0;

/** Real milliseconds since the latest status of the world arrived. */
export function statusAgeMs(): number {
  return performance.now() - statusAtMs;
}

const client = new Client({ report: onReport, lost: onLost });

/** Sends a command to the world. While that is in another tab, what is done here is done to nothing. */
export function send(command: Command): void {
  if (!elsewhere.value) client.send(command);
}

/** The file that is open goes on with the state of the other app of its id. */
export function joinSameApp(): void {
  send({ do: "same-app" });
}

/** Goes on here with what another tab holds. */
export function takeOver(): void {
  client.send({ do: "take" });
}

/** Opens what was open last, unless a tab died with it; with `fresh` the page's own package. */
export function start(fresh = false): void {
  notice.value = undefined;
  startWorld(fresh);
}

/** Opens the phone's settings page for as long as it is wanted, also in a world that begins later. */
export function wantSettings(open: boolean): void {
  settingsWanted = open;
  client.send({ do: "settings", open });
}

/** Keeps the watch's display on although nobody touches it, also in a world that begins later. */
export function holdDisplay(on: boolean): void {
  displayHeld = on;
  client.send({ do: "hold-display", on });
}

/** Has the world tell the screen's elements for as long as that is wanted, also one that begins later. */
export function inspect(on: boolean): void {
  inspecting = on;
  client.send({ do: "inspect", on });
}

function startWorld(fresh: boolean): void {
  client.start(fresh);
  client.send({ do: "inspect", on: inspecting });
  client.send({ do: "hold-display", on: displayHeld });
  client.send({ do: "settings", open: settingsWanted });
}

/** Opens the package in a file, or shows why that fails. */
export async function openFile(file: File): Promise<void> {
  // The page says already why nothing opens here.
  if (elsewhere.value) return;
  notice.value = undefined;
  const name = visibleLine(file.name);
  if (file.size > MAX_FILE_MB * 2 ** 20) {
    return showNotice(
      say("%1 could not be opened", name),
      say("It is larger than %1 MB. No package is that large.", MAX_FILE_MB),
    );
  }
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (notice.value === undefined && world.value === undefined) start();
    openBytes(name, bytes);
  } catch {
    showNotice(
      say("%1 could not be read", name),
      say("The browser gave no reason."),
    );
  }
}

/** Opens a package by its bytes, as a file of that name. */
export function openBytes(name: string, bytes: Uint8Array): void {
  noteOpen(name);
  send({ do: "open", name, bytes });
}

/** Goes on from a state in a file, or shows why that fails. */
export async function openState(file: File): Promise<void> {
  send({
    do: "import-state",
    name: visibleLine(file.name),
    text: await file.text(),
  });
}

/** Removes the message above the page. */
export function dismiss(): void {
  notice.value = undefined;
}

/** Shows a message above the page, in place of the one before. */
export function showNotice(
  title: string,
  text: string,
  { fatal = false, about }: Partial<Pick<Notice, "fatal" | "about">> = {},
): void {
  notice.value = {
    title: visibleLine(title),
    text: visibleLine(text),
    fatal,
    about,
  };
}

const said = new Set<string>();

/** A message that is shown once for as long as the page is open. */
export function sayOnce(
  title: string,
  text: string,
  about?: Notice["about"],
): void {
  if (said.has(title + text)) return;
  said.add(title + text);
  showNotice(title, text, { about });
}

function onTaken(): void {
  vibrations.stop();
  noteTaken();
  batch(() => {
    elsewhere.value = true;
    world.value = undefined;
    screen.value = null;
    settings.value = null;
  });
  // It waits for the other tab to end.
  startWorld(false);
}

function onLost(why: string): void {
  vibrations.stop();
  blameOpen();
  batch(() => {
    world.value = undefined;
    screen.value = null;
    showNotice(say("The simulation was stopped"), why, { fatal: true });
  });
}

/** A file was open before; what a tab has died with is not opened again by itself. */
function onKept(file: string): void {
  const open = diedWith() !== file;
  if (open) noteOpen(file);
  client.send({ do: "kept", open });
}

function onOpened(opened: About): void {
  vibrations.stop();
  const died = diedWith();
  noteOpen(opened.file);
  elsewhere.value = false;
  const { appId, file } = about.value ?? {};
  if (appId !== opened.appId || file !== opened.file) clearEvents();
  about.value = opened;
  for (const listener of listeners) listener.opened?.();
  document.title = say("%1 · simulator", opened.name);
  if (died === undefined) return;
  showNotice(
    say("%1 is not opened again by itself", died),
    say(
      "The tab in which it was open crashed or stopped answering. What it has stored is still there: open the file to go on with it.",
    ),
  );
}

/** What a package shows has kept the page's own thread busy. */
function onBusy({ settings: drawn, screen: seen }: Tick, ms: number): void {
  client.send({ do: "shown", tookMs: ms });
  if (ms < MOST_BUSY_MS || (!drawn && !seen)) return;
  const what = drawn ? "settings" : "watch";
  if (drawn) client.send({ do: "settings", open: false });
  else client.send({ do: "watch", what: "kill" });
  showNotice(
    say(STOPPED[what]),
    say("The browser took %1 s to show it.", Math.round(ms / 1000)),
  );
}

function onReport(report: Report): void {
  batch(() => {
    switch (report.kind) {
      case "opened":
        onOpened(report.about);
        break;
      case "kept":
        onKept(report.file);
        break;
      case "refused":
        if (about.value !== undefined) noteOpen(about.value.file);
        showNotice(
          say("%1 could not be opened", report.what),
          `${sentence(report.why)}`,
        );
        break;
      case "copied":
        showNotice(
          say("%1 is open as a copy", report.name),
          say("What happens here does not reach the folder that it came from."),
        );
        break;
      case "unkept":
        sayOnce(say("Nothing is saved"), say(UNKEPT[report.why]), "unkept");
        break;
      case "elsewhere":
        elsewhere.value = true;
        break;
      case "taken":
        onTaken();
        break;
      case "content":
        for (const listener of listeners) {
          listener.content?.(report.name, report.value);
        }
        break;
      case "state":
        for (const listener of listeners) listener.state?.(report.text);
        break;
      case "proposals":
        proposals.value = report;
        break;
      case "tick":
        whenShown((busyMs) => onBusy(report, busyMs));
        statusAtMs = performance.now();
        world.value = report.state;
        if (report.screen !== undefined) screen.value = report.screen;
        if (report.settings !== undefined) settings.value = report.settings;
        if (report.events.length > 0)
          addEvents(report.events, report.state.rate);
    }
  });
}

function clearEvents(): void {
  log.length = 0;
  total.value = 0;
  missing.value = [];
  vibrations.latest.value = undefined;
}

function addEvents(happened: readonly WorldEvent[], rate: number): void {
  log.push(...happened);
  if (log.length > MAX_EVENTS) log.splice(0, log.length - MAX_EVENTS);
  total.value += happened.length;
  for (const event of happened) {
    if (event.type === "launch" && event.from === "watch") {
      ended.value = undefined;
    } else if (event.type === "exit" && event.from === "watch") {
      ended.value = event.reason;
    }
    if (event.type === "missing") {
      const name = visibleLine(
        `${event.what} ${event.name.slice(0, MOST_NAME)}`,
      );
      if (!missing.value.includes(name)) {
        missing.value = [...missing.value, name];
      }
    } else if (event.type === "exit" && event.error !== undefined) {
      showNotice(
        `${say(STOPPED[event.from])}: ${event.reason}`,
        sentence(event.error),
      );
    }
  }
  vibrations.play(happened, rate);
  for (const listener of listeners) listener.happened?.(happened);
}

/** The text with a capital letter at its beginning and a full stop at its end. */
function sentence(text: string): string {
  const upper = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(upper) ? upper : `${upper}.`;
}
