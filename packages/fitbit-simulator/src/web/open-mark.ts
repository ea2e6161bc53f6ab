import { forgetChoice, readChoice, storeChoice } from "./preferences";

/** The file that is open, for as long as its tab is seen and lives. */
const KEY = "open-file";

/** The file in this tab; undefined where it has none, or not the watch. */
let open: string | undefined;
/** This tab has the watch: the note is its own. */
let mine = false;
let blamed = false;

/**
 * Notes which file is open in this tab, which has the watch; undefined for none. A tab that ends in
 * order takes the note back. One that dies, or that its user ends because nothing moves any more,
 * leaves it.
 */
export function noteOpen(file: string | undefined): void {
  open = file;
  mine = true;
  blamed = false;
  write();
}

/** The file that is open did harm: the note stays when the tab ends. */
export function blameOpen(): void {
  write();
  blamed = mine && open !== undefined;
}

/** Another tab has the watch by now, and makes its own note. */
export function noteTaken(): void {
  noteOpen(undefined);
  mine = false;
}

/** The file that was open in another tab that died; undefined when none is known. */
export function diedWith(): string | undefined {
  return mine ? undefined : readChoice(KEY);
}

function write(): void {
  if (!mine) return;
  // A browser may end a hidden tab at any time, for reasons of its own.
  if (open !== undefined && !document.hidden) storeChoice(KEY, open);
  else forget();
}

function forget(): void {
  if (mine && !blamed) forgetChoice(KEY);
}

document.addEventListener("visibilitychange", write);
window.addEventListener("pageshow", write);
window.addEventListener("pagehide", forget);
