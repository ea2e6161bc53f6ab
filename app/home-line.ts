import { runIn, toldRuns } from "../common/coach/run";
import { C } from "../common/wire/coach-files";
import { lastHour } from "./platform/minutes";
import { refresh } from "./screen";
import { Wish, state } from "./state";
import { M, readAsked, writeAsked } from "./storage/asked";
import { readPlans } from "./storage/plans";
import { words } from "./ui/words";

// What home says of the next start, and what a tap on that makes of it. Loaded at
// launch, only on a watch that has the coach's file; gone with the first start.
/* eslint import-x/no-mutable-exports: off -- what is exported is let go of */

/** Minutes of the run that has just ended, 0 without one. */
let minutes = 0;
let wish = Wish.Planned;
/** Runs in a row that were told and not answered. */
let runs = 0;

function text(): string {
  if (wish === Wish.Easy) return words("easy");
  if (!minutes) return words("easy-first");
  if (wish === Wish.NoRun) return words("run-none");
  return words(wish ? "run-lighter" : "run-planned", minutes);
}

/** Goes on to the next of what can be done. */
function tapped(): void {
  if (!minutes) {
    wish = wish ? Wish.Planned : Wish.Easy;
    return;
  }
  wish = wish < Wish.NoRun ? wish + 1 : Wish.Planned;
  const asked = readAsked();
  asked[M.Runs] = wish === Wish.NoRun ? -1 : runs;
  writeAsked(asked);
}

function leave(): Wish | undefined {
  state.line = part = undefined;
  return minutes || wish ? wish : undefined;
}

/** Shows the line, if there is anything to say: a run, or where to begin. */
function show(): void {
  const plans = readPlans();
  const run = runIn(lastHour());
  if (run) {
    const end = Math.floor(Date.now() / 1000) - run[1] * 60;
    const asked = readAsked();
    runs = toldRuns(end, asked[M.RunEnd]!, asked[M.Runs]!);
    if (runs) {
      minutes = run[0];
      if (plans && plans[C.Lighter]) wish = Wish.Lighter;
      asked[M.RunEnd] = end;
      asked[M.Runs] = runs;
      writeAsked(asked);
    }
  }
  if (!minutes && (!plans || !plans[C.First])) return void leave();
  state.line = { text, tapped, leave };
  refresh();
}

/** All of this part that others use; undefined once it was let go of. */
export let part: (() => void) | undefined = show;
