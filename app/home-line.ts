import { Gap, dayOf } from "../common/coach/ask";
import { runIn, toldRuns } from "../common/coach/run";
import { C, Plans, Raise, See } from "../common/wire/coach-files";
import { I, R } from "../common/wire/flat-routine";
import { lastHour } from "./platform/minutes";
import { refresh } from "./screen";
import { Wish, state } from "./state";
import { M, readAsked, writeAsked } from "./storage/asked";
import { readLastSession } from "./storage/last-session";
import { readPlans } from "./storage/plans";
import { routineInUse } from "./storage/routines";
import { nameOf, words } from "./ui/words";

// What home says of the next start, and what a tap on that makes of it; before that,
// once, what the phone wants the runner to know. Loaded at launch, only on a watch
// that has the coach's file; gone with the first start.
/* eslint import-x/no-mutable-exports: off -- what is exported is let go of */

/** Seconds of a day, and for how many of them a tap hides a reason to see somebody. */
const DAY = 86400;
const HIDDEN = 14;

/** Minutes of the run that has just ended, 0 without one. */
let minutes = 0;
/** Days without a session, 0 where they are too few to matter. */
let days = 0;
/** The phone does not know where to begin. */
let first = 0;
let wish = Wish.Planned;
/** Runs in a row that were told and not answered. */
let runs = 0;
/** What a notice names, or a blank where it names nothing; empty without one. */
let told = "";
/** The number of the reason to see somebody, 0 without one. */
let reason = 0;
let asked: number[];

function text(): string {
  if (told) return told;
  if (wish === Wish.Easy) return words("easy");
  if (days) return words("break-lighter", days);
  if (!minutes) return words("easy-first");
  if (wish === Wish.NoRun) return words("run-none");
  return words(wish ? "run-lighter" : "run-planned", minutes);
}

function isEmpty(): boolean {
  return !minutes && !days && !first;
}

function leave(): Wish | undefined {
  state.line = part = undefined;
  return minutes || wish ? wish : undefined;
}

/** Takes a notice away, or else goes on to the next of what can be done. */
function tapped(): void {
  if (state.notice) {
    if (state.notice === "see") {
      asked[M.Hidden] = reason;
      writeAsked(asked);
    }
    state.notice = told = "";
    if (isEmpty()) leave();
    return;
  }
  if (!minutes) {
    wish = wish ? Wish.Planned : Wish.Easy;
    return;
  }
  wish = wish < Wish.NoRun ? wish + 1 : Wish.Planned;
  asked[M.Runs] = wish === Wish.NoRun ? -1 : runs;
  writeAsked(asked);
}

/**
 * The dose of an exercise, by its code, with its name; empty where it is not in the
 * routine. No line ends within the dose.
 */
function doseOf(code: number): string {
  const routine = routineInUse();
  for (let row = R.Items as number; row < routine.length; row += I.Size) {
    if (routine[row + I.What] !== code) continue;
    const reps = routine[row + I.Reps]!;
    const amount =
      reps > 1 ? String(reps) : routine[row + I.Hold]! / 2 + "\xa0s";
    return (
      nameOf(routine, row) + " " + routine[row + I.Sets] + "\xa0×\xa0" + amount
    );
  }
  return "";
}

/**
 * Makes a notice of what the phone wants to be known: a reason to see somebody once a
 * day, or a dose that went up once.
 */
function tell(plans: Plans, now: number): void {
  reason = plans[C.See];
  const since = now - asked[M.Seen]!;
  const silent = (asked[M.Hidden] === reason ? HIDDEN : 1) * DAY;
  const raised = plans[C.Raised];
  // A clock that was set back hides nothing.
  if (reason && (since < 0 || since >= silent)) {
    asked[M.Seen] = now;
    asked[M.Hidden] = 0;
    state.notice = reason > See.Numb ? "see" : "stop";
    told = " ";
  } else if (asked[M.Told] !== raised) {
    asked[M.Told] = raised;
    if (raised >= Raise.Named) told = doseOf(raised - Raise.Named);
    if (told) state.notice = "raised";
  } else return;
  writeAsked(asked);
}

/** Tells what there is to tell: of the next start a break, a run, or where to begin. */
function show(): void {
  const now = Math.floor(Date.now() / 1000);
  const plans = readPlans();
  asked = readAsked();
  if (plans) {
    first = plans[C.First];
    const last = readLastSession();
    const offset = -new Date().getTimezoneOffset();
    if (last && last[0]) days = dayOf(now, offset) - dayOf(last[0], offset);
    // After a long break there is a question, where anything is asked.
    const asks = days >= Gap.Easy && plans[C.Ask];
    if (days < Gap.Lighter || asks || !plans[C.Light].length) days = 0;
    if (!state.notice) tell(plans, now);
  }
  const run = days ? undefined : runIn(lastHour());
  if (run) {
    const end = now - run[1] * 60;
    runs = toldRuns(end, asked[M.RunEnd]!, asked[M.Runs]!);
    if (runs) {
      minutes = run[0];
      if (plans && plans[C.Lighter]) wish = Wish.Lighter;
      asked[M.RunEnd] = end;
      asked[M.Runs] = runs;
      writeAsked(asked);
    }
  }
  if (!told && isEmpty()) return void leave();
  state.line = { text, tapped, leave };
  refresh();
}

/** All of this part that others use; undefined once it was let go of. */
export let part: (() => void) | undefined = show;
