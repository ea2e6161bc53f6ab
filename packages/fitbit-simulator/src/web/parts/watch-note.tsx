import type { DarkReason, ExitReason } from "../../engine";
import { ended, world } from "../page";
import { say, word } from "../words/say";

const DARK: Readonly<Record<DarkReason, string>> = {
  timeout: word(
    "The display is dark: nobody touched the watch for ten seconds.",
  ),
  wearer: word("The display is dark: the wrist is lowered."),
  app: word("The display is dark: the app has switched it off."),
};

const ENDED: Readonly<Record<ExitReason, string>> = {
  exit: word("The app has ended itself."),
  "swipe-back": word("The app was left by the back gesture."),
  timeout: word(
    "The watch has closed the app: nobody touched it for two minutes.",
  ),
  kill: word("The app was killed."),
  error: word("The app was stopped by an error."),
  "endless loop": word("The app was stopped: it did not finish."),
  "out of memory": word("The app was stopped: its memory was full."),
};

/** Why the watch shows no app, and what brings it back; undefined while it shows one. */
export function watchNote(): string | undefined {
  const now = world.value;
  if (now === undefined) return undefined;
  if (now.body.battery <= 0 && !now.body.charging) {
    return say(
      "The battery is empty: the watch is off. Charge it under World.",
    );
  }
  const why = now.darkReason === undefined ? "" : say(DARK[now.darkReason]);
  if (now.running && why === "") return undefined;
  if (now.running)
    return `${why} ${say("Touch it or raise the wrist to wake it.")}`;
  const end = ended.value === undefined ? "" : say(ENDED[ended.value]);
  const next = why
    ? say("Touch the watch to wake it, then its tile to launch the app.")
    : say("Touch its tile to launch it again.");
  return [end || say("The app does not run."), why, next]
    .filter(Boolean)
    .join(" ");
}

/** The note as a line under the watch. */
export function WatchNote() {
  return (
    <p class="watch-note" role="status">
      {watchNote()}
    </p>
  );
}
