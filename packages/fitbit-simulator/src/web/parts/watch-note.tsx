import type { DarkReason, ExitReason } from "../../engine";
import { ended, world } from "../page";

const DARK: Readonly<Record<DarkReason, string>> = {
  timeout: "The display is dark: nobody touched the watch for ten seconds.",
  wearer: "The display is dark: the wrist is lowered.",
  app: "The display is dark: the app has switched it off.",
};

const ENDED: Readonly<Record<ExitReason, string>> = {
  exit: "The app has ended itself.",
  "swipe-back": "The app was left by the back gesture.",
  timeout: "The watch has closed the app: nobody touched it for two minutes.",
  kill: "The app was killed.",
  error: "The app was stopped by an error.",
  "endless loop": "The app was stopped: it never came to an end.",
  "out of memory": "The app was stopped: its memory was full.",
};

/** Why the watch shows no app, and what brings it back; undefined while it shows one. */
export function watchNote(): string | undefined {
  const now = world.value;
  if (now === undefined) return undefined;
  if (now.body.battery <= 0 && !now.body.charging) {
    return "The battery is empty: the watch is off. Charge it under World.";
  }
  const why = now.darkReason === undefined ? "" : DARK[now.darkReason];
  if (now.running && why === "") return undefined;
  if (now.running) return `${why} Touch it or raise the wrist to wake it.`;
  const end = ended.value === undefined ? "" : ENDED[ended.value];
  const next = why
    ? "Touch the watch to wake it, then its tile to launch the app."
    : "Touch its tile to launch it again.";
  return [end || "The app does not run.", why, next].filter(Boolean).join(" ");
}

/** The note as a line under the watch. */
export function WatchNote() {
  return (
    <p class="watch-note" role="status">
      {watchNote()}
    </p>
  );
}
