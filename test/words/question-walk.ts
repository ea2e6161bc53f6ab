import { customItem, defaultItem } from "../../common/default-routine";
import { codeOf } from "../../common/exercise-codes";
import { EXERCISES } from "../../common/exercises";
import type { Item } from "../../common/routine";
import { CoachPlan, COACH_FILE, packCoach } from "../../common/wire/coach";
import { anItem } from "../../verification/builders/routines";
import { EASY, aCoach } from "../support/coach";
import { type Look, type Worn, BLINK, Reader, readerOf } from "./reader";

/** Seconds after which a question is not open any more. */
const LAPSED = 61;
const DAY = 86400;
/** Seconds after which no answer is used again, nor the last morning asked for. */
const FORGOTTEN = 3 * DAY;

const SHORT = { ready: 3, between: 3, switch: 3 };
/** What is done, so that there is a session to ask about. */
const DONE = anItem("wall-sit", { sets: 1, hold: 3 });
const DONE_TOO = anItem("plank", { sets: 1, hold: 3 });
const COBRA = anItem("cobra", { sets: 1, hold: 3 });

/** All that can be skipped: every exercise, and one of the runner's own. */
function skippable(): Item[] {
  const own = customItem("Copenhagen plank", "hold", 1);
  const items = [...EXERCISES.map(defaultItem), own];
  return items.map((item) => ({ ...item, sets: 1, included: true }));
}

/** Opens the app when what was answered before is old, and says how the back is. */
function answersBack(reader: Reader, back: number): void {
  reader.made.watch.exit();
  reader.waits(FORGOTTEN);
  reader.opens();
  reader.taps("start", `back-${back}`);
}

/** What the answers before a session lead to, and no session. */
function before(reader: Reader): void {
  // The first time the leg is asked whatever the back is like.
  answersBack(reader, 8);
  reader.taps("choice-1", "choice-0");
  answersBack(reader, 6);
  reader.taps("choice-0", "choice-1");
  answersBack(reader, 3);
  reader.taps("choice-0");
  reader.waits(LAPSED);
  answersBack(reader, 2);
  reader.taps("choice-2", "choice-0");
  answersBack(reader, 2);
  reader.taps("choice-3", "choice-0", "choice-0");
}

/** A session of one exercise that is done and one that is skipped. */
function skips(reader: Reader, item: Item): void {
  const { made } = reader;
  const done = item.exercise === DONE.exercise ? DONE_TOO : DONE;
  reader.gets({ ...SHORT, items: [done, item] });
  answersBack(reader, 2);
  // The leg is asked for two weeks after it hurt.
  if (made.screen === "ask") reader.taps("choice-0");
  reader.waitsFor("work");
  reader.waitsFor("rest");
  while (made.screen !== "summary") made.taps("skip").waits(BLINK);
  reader.waitsFor("ask");
  reader.taps("back-2", "choice-0");
  made.watch.exit();
}

/** A session that hurts a leg, and what is asked before the next ones. */
function hurt(reader: Reader): void {
  reader.gets({ ...SHORT, items: [DONE, COBRA] });
  answersBack(reader, 2);
  reader.waitsFor("summary");
  reader.waitsFor("ask");
  reader.taps("back-4", "choice-2");
  // The third row of the list.
  reader.touches(200, 200);
  reader.taps("choice-0", "choice-1", "done");

  reader.made.watch.exit();
  reader.waits(DAY);
  reader.opens();
  reader.taps("start", "choice-2", "back-2");
  reader.made.watch.exit();

  reader.waits(30 * DAY);
  answersBack(reader, 2);
  reader.taps("choice-0");
  reader.waits(LAPSED);
}

/** What home says of the next start: after a run, and before anybody said where to begin. */
function homeLine(reader: Reader): void {
  const { made } = reader;
  made.watch.exit();
  made.watch.body.minutes = Array.from({ length: 60 }, () => ({ steps: 165 }));
  reader.opens();
  reader.taps("line", "line");
  made.watch.body.minutes = [];
  made.watch.exit();
  reader.opens();
  reader.taps("line");
  made.watch.exit();
}

/** What the phone wants home to tell once: a dose of each exercise, somebody to see, a break. */
function homeNotices(reader: Reader): void {
  const { made } = reader;
  let serial = 1;
  const told = (plan: Partial<CoachPlan>): void => {
    const file = aCoach({
      classes: [],
      revision: 0,
      serial: ++serial,
      ...plan,
    });
    made.getsFile(COACH_FILE, packCoach(file));
    for (let launch = 0; launch < 2; launch++) {
      reader.opens();
      made.watch.exit();
    }
  };
  for (const { id } of EXERCISES) {
    reader.gets({ ...SHORT, items: [anItem(id, { sets: 10, hold: 30 })] });
    told({ raised: codeOf(id) });
  }
  told({ see: 1 });
  reader.waits(2 * DAY);
  told({ see: 2 });
  reader.waits(11 * DAY);
  told({ ask: 0, light: EASY });
}

/** Sees home's line and every question before and after a session; `keys` are those of the messages. */
export async function questionWalk(
  keys: readonly string[],
  look: Look,
  worn: Worn = {},
): Promise<void> {
  const reader = await readerOf(keys, look, worn);
  reader.gets({ ...SHORT, items: [DONE, COBRA] });
  reader.made.getsFile(
    COACH_FILE,
    packCoach(aCoach({ classes: [], revision: 0, first: true })),
  );
  before(reader);
  for (const item of skippable()) skips(reader, item);
  hurt(reader);
  homeLine(reader);
  homeNotices(reader);
}
