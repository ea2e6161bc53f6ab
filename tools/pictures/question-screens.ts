import { defaultItem, defaultRoutine } from "../../common/default-routine";
import { codeOf } from "../../common/exercise-codes";
import { EXERCISES } from "../../common/exercises";
import type { Item, Routine } from "../../common/routine";
import type { CoachPlan } from "../../common/wire/coach";
import { type See, type Show, Wearer, showing } from "./wearer";

const DAY = 86400;
/** Days after which no answer is used again, nor the last morning asked for. */
const FORGOTTEN = 3;
/** Seconds from the end of a session to the first question after it, at most. */
const SUMMARY = 4;

/** An exercise of one set of three seconds. */
function brief(id: string): Item {
  const item = defaultItem(EXERCISES[codeOf(id)]!);
  return { ...item, kind: "hold", sets: 1, hold: 3, included: true };
}

const PLANK = brief("plank");
const HAMSTRING = brief("hamstring-stretch");
const COBRA = brief("cobra");
/** Where the hamstring stretch is in the list of what hurt, in pixels. */
const HAMSTRING_ROW = { x: 160, y: 210 };

const ROUTINE: Routine = {
  ...defaultRoutine(),
  revision: 1,
  ready: 3,
  between: 3,
  items: [PLANK, brief("figure-four-stretch")],
};

const PLAN: CoachPlan = {
  serial: 1,
  ask: 2,
  usual: undefined,
  lighter: false,
  classes: ROUTINE.items.map(() => 0),
  easy: ROUTINE,
  light: undefined,
  first: false,
  raised: false,
  revision: ROUTINE.revision,
  see: 0,
};

/** Plays the questions before and after a session on a new watch. */
export function seeQuestions(wearer: Wearer, see: See): void {
  const show = showing(wearer, see);
  wearer.gets(ROUTINE);
  wearer.getsCoach(PLAN);
  before(wearer, show);
  afterSkip(wearer, show);
  afterPain(wearer, show);
  daysLater(wearer, 1);
  choose(wearer, "start");
  show("ask-morning");
  daysLater(wearer, 30);
  choose(wearer, "start", "back-2", "choice-0");
  show("offer-break");
  afterRun(wearer, show);
  notices(wearer, show);
}

/** What home tells: a break, a dose that went up, somebody to see. */
function notices(wearer: Wearer, show: Show): void {
  const told: ReadonlyArray<readonly [string, Partial<CoachPlan>]> = [
    ["home-raised", { raised: codeOf("hamstring-stretch") }],
    ["home-see", { see: 4 }],
    ["home-break", { light: ROUTINE }],
  ];
  for (const [index, [name, changes]] of told.entries()) {
    wearer.world.watch.exit();
    wearer.getsCoach({ ...PLAN, ask: 0, serial: 2 + index, ...changes });
    wearer.launch();
    daysLater(wearer, 4);
    show(name);
  }
}

/** Home after a run, as planned and lighter. */
function afterRun(wearer: Wearer, show: Show): void {
  const minutes = Array.from({ length: 60 }, () => ({ steps: 165 }));
  wearer.world.watch.body.minutes = minutes;
  daysLater(wearer, 1);
  show("home-run");
  choose(wearer, "line");
  show("home-lighter");
  wearer.world.watch.body.minutes = [];
}

function choose(wearer: Wearer, ...ids: string[]): void {
  for (const id of ids) {
    wearer.tap(id);
    wearer.pass(1);
  }
}

/** Opens the app again after some days. */
function daysLater(wearer: Wearer, days: number): void {
  wearer.world.watch.exit();
  wearer.pass(days * DAY);
  wearer.launch();
}

/** What the answers before a session lead to, and no session. */
function before(wearer: Wearer, show: Show): void {
  wearer.launch();
  choose(wearer, "start");
  show("ask-back");
  choose(wearer, "back-3");
  show("ask-leg");
  choose(wearer, "choice-0");
  show("offer-easy");
  const others = [
    ["offer-high", "back-6", "choice-0"],
    ["offer-none", "back-9", "choice-0"],
    ["offer-leg", "back-3", "choice-2"],
    ["stop", "back-3", "choice-3"],
  ] as const;
  for (const [name, back, leg] of others) {
    daysLater(wearer, FORGOTTEN);
    choose(wearer, "start", back, leg);
    show(name);
  }
  choose(wearer, "choice-0");
  show("doctor");
}

/** A session of which something was skipped. */
function afterSkip(wearer: Wearer, show: Show): void {
  daysLater(wearer, FORGOTTEN);
  choose(wearer, "start", "back-2", "choice-0");
  wearer.until("shape-next");
  while (!/\/summary\.(view|gui)$/.test(wearer.world.watch.view ?? "")) {
    choose(wearer, "skip");
  }
  wearer.pass(SUMMARY);
  choose(wearer, "back-2");
  show("ask-why");
}

/** A session after which a leg is worse. */
function afterPain(wearer: Wearer, show: Show): void {
  wearer.world.watch.exit();
  wearer.gets({ ...ROUTINE, revision: 2, items: [PLANK, HAMSTRING, COBRA] });
  daysLater(wearer, FORGOTTEN);
  choose(wearer, "start", "back-2", "choice-0");
  wearer.until("done-label");
  wearer.pass(SUMMARY);
  choose(wearer, "back-5");
  show("ask-leg-after");
  choose(wearer, "choice-2");
  show("ask-which");
  wearer.touch(HAMSTRING_ROW.x, HAMSTRING_ROW.y);
  show("out");
  choose(wearer, "choice-0");
  show("ask-effort");
}
