import {
  Offer,
  asksLeg,
  asksMorning,
  dayOf,
  isAnswerFresh,
  isChoiceFresh,
  offerFor,
} from "../common/coach/ask";
import { isSameRun, runIn } from "../common/coach/run";
import { sessionId } from "../common/record";
import {
  C,
  CoachFile,
  CoachVersion,
  Decision,
  Plans,
  UsualBack,
} from "../common/wire/coach-files";
import { lastHour } from "./platform/minutes";
import { ask, asking, close, tellStop } from "./questions";
import { A, Answers, noAnswers } from "./session/session";
import { Asking, Start, Wish, state } from "./state";
import { M, lately, readAsked, writeAsked } from "./storage/asked";
import { write } from "./storage/files";
import { readLastSession } from "./storage/last-session";
import { sendFile } from "./storage/outbox";
import { Mode, planFor, trialsOf } from "./storage/plan-for";
import { readPlans } from "./storage/plans";
import { words } from "./ui/words";

// The questions before a session. Loaded with the first of them, and only on a
// watch that has the coach's file.
/* eslint import-x/no-mutable-exports: off -- what is exported is let go of */

/** Questions of the offers, by their numbers. */
// prettier-ignore
const OFFERS = [
  "", "", "", "offer-easy", "offer-break", "offer-high", "offer-none", "offer-leg",
];

let start: Start;
let plans: Plans | undefined;
let answers: Answers;
let asked: number[];
let offered: Offer;
/** Seconds since 1970. */
let now: number;
/** When the run ended after which this session is, 0 without one. */
let ranUntil: number;
/** What was wished at home; undefined where it had nothing to say. */
let wish: Wish | undefined;

/** Starts the session in this mode, or what can be done in its place. */
function go(wanted: Mode): void {
  const [mode, plan] = planFor(wanted, answers[A.LegBefore]!, plans);
  answers[A.Mode] = mode;
  asked[M.Start] = now;
  asked[M.Before] = answers[A.Back]!;
  asked[M.After] = -1;
  asked[M.Raised] = plans && mode === Mode.Planned ? plans[C.Raised] : 0;
  asked[M.Trials] = plans ? trialsOf(plans) : 0;
  asked[M.Serial] = plans ? plans[C.Serial] : 0;
  if (ranUntil) {
    asked[M.RunEnd] = ranUntil;
    asked[M.Runs] = 0;
  }
  writeAsked(asked);
  // The question's view holds what listens to it, and with it all of this part.
  close();
  start(plan, answers);
}

/** Keeps the answers of a check that no session follows. */
function keepCheck(decision: Decision): void {
  const id = sessionId(now, Math.random());
  const file = CoachFile.Check + id;
  const offset = -new Date().getTimezoneOffset();
  // prettier-ignore
  const check = [
    CoachVersion.Version, id, now, offset,
    answers[A.Back], answers[A.LegBefore], decision,
  ];
  if (write(file, check)) sendFile(file);
  else state.notice = "notice-full";
}

function offerTold(answer: number): void {
  const easy = offered >= Offer.NotToday ? 1 : 0;
  // No answer starts nothing.
  if (answer < 0) return close();
  if (answer === easy) return go(Mode.Easy);
  if (offered > Offer.Break) {
    keepCheck(Decision.NotToday);
    return close();
  }
  asked[M.Planned] = now;
  go(Mode.Planned);
}

/** Offers what the answers lead to, or starts it. */
function offer(): void {
  const last = readLastSession();
  const offset = -new Date().getTimezoneOffset();
  const days =
    last && last[0] ? dayOf(now, offset) - dayOf(last[0], offset) : 0;
  offered = offerFor(
    answers[A.Back]!,
    answers[A.LegBefore]!,
    plans ? plans[C.Usual] : UsualBack.Unknown,
    days,
    !!answers[A.PostRun] &&
      (wish === undefined
        ? !!plans && !!plans[C.Lighter]
        : wish === Wish.Lighter),
  );
  const doubted = offered === Offer.Easy || offered === Offer.Break;
  const chosen = doubted && isChoiceFresh(now - asked[M.Planned]!);
  if (wish === Wish.Easy && offered <= Offer.Break) go(Mode.Easy);
  else if (offered === Offer.Planned || chosen) go(Mode.Planned);
  // A long break is no question either where nothing is to be asked.
  else if (offered <= Offer.LighterRun || !answers[A.Ask]) go(Mode.Lighter);
  else if (offered === Offer.Stop) {
    keepCheck(Decision.Stop);
    tellStop();
  } else {
    const [first, second] =
      offered >= Offer.NotToday
        ? ["not-today", "easy"]
        : ["easy", "as-planned"];
    const other = offered === Offer.High ? "not-today" : second;
    ask(words(OFFERS[offered]!, days), "", first + " " + other, offerTold);
  }
}

function legTold(leg: number): void {
  answers[A.LegBefore] = asked[M.Leg] = leg;
  if (leg > 0) asked[M.LegAt] = now;
  writeAsked(asked);
  offer();
}

function backTold(back: number): void {
  const known = isAnswerFresh(now - asked[M.At]!);
  const leg = asked[M.Leg]!;
  const asks = asksLeg(answers[A.Ask]!, back, lately(asked, now, plans));
  answers[A.Back] = back;
  if (!known) {
    asked[M.At] = now;
    asked[M.Back] = back;
    asked[M.Leg] = -1;
    writeAsked(asked);
  }
  if (known && leg >= 0) legTold(leg);
  else if (asks)
    ask(words("ask-leg"), "", "leg-no leg-usual leg-more leg-numb", legTold);
  else offer();
}

function askBack(): void {
  if (!answers[A.Ask]) offer();
  // What was said before a death, or before another start, is not asked again.
  else if (isAnswerFresh(now - asked[M.At]!)) backTold(asked[M.Back]!);
  else ask(words("ask-back"), "", "", backTold);
}

function morningTold(answer: number): void {
  answers[A.Morning] = answer > 1 ? -1 : answer;
  askBack();
}

function before(begin: Start): void {
  start = begin;
  now = Math.floor(Date.now() / 1000);
  plans = readPlans();
  asked = readAsked();
  answers = noAnswers();
  const level = plans ? plans[C.Ask] : 0;
  answers[A.Ask] = level;
  wish = state.line && state.line.leave();
  ranUntil = 0;
  const run = runIn(lastHour());
  if (run) {
    const end = now - run[1] * 60;
    const denied = asked[M.Runs]! < 0 && isSameRun(end, asked[M.RunEnd]!);
    if (!denied) {
      ranUntil = end;
      answers[A.PostRun] = 1;
      answers[A.RunMinutes] = run[0];
    }
  }
  if (
    asksMorning(
      level,
      now - asked[M.Start]!,
      !!asked[M.Raised],
      asked[M.Before]!,
      asked[M.After]!,
    )
  ) {
    ask(words("ask-morning"), "", "no yes dont-know", morningTold);
  } else askBack();
}

/** All of this part that others use; undefined once it has asked. */
export let part: Asking<typeof before> | undefined = asking(
  before,
  () => (part = undefined),
);
