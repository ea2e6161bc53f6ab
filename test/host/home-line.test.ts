import { codeOf } from "../../common/exercise-codes";
import {
  type CoachPlan,
  COACH_FILE,
  See,
  packCoach,
} from "../../common/wire/coach";
import { EASY, PLANNED, aCoach, coached } from "../support/coach";
import { type Wearer, atHome } from "../support/host";
import { disposeWorlds } from "fitbit-simulator/testing";

const DAY = 86400;

afterEach(disposeWorlds);

/** What the watch has of a minute. */
interface Minute {
  steps: number;
  averageHeartRate?: number;
}

/** Lets the wearer have run for 34 minutes, up to so many minutes ago, each minute like this. */
function ran(
  wearer: Wearer,
  ago = 2,
  minute: Minute = { steps: 165 },
  minutes = 34,
): Wearer {
  const rest = Array.from({ length: ago }, () => ({ steps: 0 }));
  const run = Array.from({ length: minutes }, () => minute);
  wearer.watch.body.minutes = [...rest, ...run, ...rest];
  return wearer;
}

/** Opens the app anew. */
function opens(wearer: Wearer): Wearer {
  wearer.watch.exit();
  wearer.waits(1);
  wearer.watch.launch();
  return wearer.waits(1);
}

/** A watch that has taken the coach's file, opened after a run. */
async function afterRun(changes: Partial<CoachPlan> = {}): Promise<Wearer> {
  return opens(ran(await coached({ ask: 0, ...changes })));
}

/** What home says of the next start, or of the last session. */
function line(wearer: Wearer): string {
  return wearer.sees["last"]!;
}

test("after a run home says so, and taps go round: as planned, lighter, no run", async () => {
  const wearer = await afterRun();
  const said = [line(wearer)];
  for (let tap = 0; tap < 3; tap++) said.push(line(wearer.taps("line")));
  expect(said).toEqual([
    "After a run: 34 min",
    "After a run: lighter",
    "No run",
    "After a run: 34 min",
  ]);
  expect(wearer.screen).toBe("index");
  expect(wearer.faults).toEqual([]);
});

test.each([
  ["as it is", false, 0, { postRun: true, check: { mode: "planned" } }],
  ["lighter, as told", false, 1, { postRun: true, check: { mode: "lighter" } }],
  ["no run", false, 2, { postRun: false, check: { mode: "planned" } }],
  ["lighter by itself", true, 0, { postRun: true, check: { mode: "lighter" } }],
  ["not lighter after all", true, 2, { postRun: true }],
])(
  "the session that follows is what the line says: %s",
  async (_, lighter, taps, record) => {
    const wearer = await afterRun({ lighter, light: EASY });
    for (let tap = 0; tap < taps; tap++) wearer.taps("line");
    wearer.taps("start").waits(120);
    expect(wearer.record).toMatchObject(record);
    expect(wearer.faults).toEqual([]);
  },
);

test("the same run does not come back after a session, nor after a no", async () => {
  const done = await afterRun();
  opens(done.taps("start").waits(120).taps("done"));
  expect(line(done)).toMatch(/^Today: /);
  const denied = await afterRun();
  opens(denied.taps("line").taps("line"));
  expect(line(denied)).toBe("Feel the cues");
  denied.taps("start").waits(120);
  expect(denied.record.postRun).toBe(false);
});

test("home is opened again without an answer: the run is still told", async () => {
  const wearer = opens(await afterRun());
  expect(line(wearer)).toBe("After a run: 34 min");
});

test("after three runs without an answer home is silent for two weeks", async () => {
  const wearer = await afterRun();
  const told = [];
  for (const day of [1, 2, 3, 15, 17]) {
    wearer.until(day * 86400);
    told.push(/run/.test(line(opens(ran(wearer)))));
  }
  expect(told).toEqual([true, true, false, false, true]);
});

/** The watch's files in a session after a run, and after it, and what was sent. */
async function keptOf(minute: Minute, minutes?: number) {
  const wearer = opens(ran(await coached({ ask: 0 }), 2, minute, minutes));
  const files = () =>
    [...wearer.watch.files].map(([name, data]) => [name, [...data]]);
  const during = files();
  wearer.taps("start").waits(40);
  during.push(...files());
  wearer.waits(80);
  return [during, files(), wearer.sent];
}

test("of the minutes on the wrist nothing is kept but how long the run was", async () => {
  const kept = await keptOf({ steps: 150, averageHeartRate: 130 });
  const other = await keptOf({ steps: 190, averageHeartRate: 175 });
  expect(other).toEqual(kept);
  // The same looks at what differs where the run was shorter.
  const shorter = await keptOf({ steps: 150, averageHeartRate: 130 }, 20);
  expect(shorter).not.toEqual(kept);
});

test("until the runner has said where to begin, home offers an easy start in one tap", async () => {
  const wearer = opens(await coached({ ask: 0, first: true }));
  expect(line(wearer)).toBe("Tap for an easy start");
  expect(line(wearer.taps("line"))).toBe("Easy session");
  wearer.taps("start").waits(120);
  expect(wearer.record).toMatchObject({ check: { mode: "easy" } });
});

/** The phone sends another file of the coach; the app is opened after it was taken. */
function told(wearer: Wearer, changes: Partial<CoachPlan>): Wearer {
  wearer.watch.exit();
  wearer.getsFile(COACH_FILE, packCoach(aCoach({ serial: 2, ...changes })));
  wearer.watch.launch();
  return opens(wearer.waits(1));
}

/** Days after a session on the first day. */
async function daysAfter(
  days: number,
  changes: Partial<CoachPlan>,
): Promise<Wearer> {
  const wearer = await coached({ ask: 0, light: EASY, ...changes });
  wearer
    .taps("start")
    .waits(120)
    .taps("done")
    .waits(days * DAY);
  return opens(wearer);
}

test.each([
  [9, 0, /^9 days ago/],
  [10, 0, /^10 days off: lighter$/],
  [20, 2, /^20 days off: lighter$/],
  [21, 2, /^21 days ago/],
  [30, 0, /^30 days off: lighter$/],
])(
  "%i days after a session, with questions at %i, home says %s",
  async (days, ask, says) => {
    const wearer = await daysAfter(days, {});
    const file = { ask: ask as 0, light: EASY };
    expect(line(told(wearer, file))).toMatch(says);
  },
);

test("without a lighter plan, home promises none after a break", async () => {
  const wearer = await daysAfter(12, { light: undefined });
  expect(line(wearer)).toMatch(/^12 days ago/);
});

test("after a break the session is lighter, or easy after a tap, also when a run has just ended", async () => {
  const lighter = await daysAfter(12, {});
  lighter.taps("start").waits(120);
  expect(lighter.sent.at(-1)).toMatchObject({ check: { mode: "lighter" } });
  const easy = opens(ran(await daysAfter(12, {})));
  expect(line(easy)).toBe("12 days off: lighter");
  expect(line(easy.taps("line"))).toBe("Easy session");
  easy.taps("start").waits(120);
  expect(easy.sent.at(-1)).toMatchObject({
    check: { mode: "easy" },
    postRun: true,
  });
});

/** What the notice says; empty without one. */
function notice(wearer: Wearer): string {
  return wearer.sees["notice"] ?? "";
}

test("a dose that went up by itself is named once, with what it is now", async () => {
  const raised = codeOf(PLANNED.items[0]!.exercise);
  const wearer = opens(await coached({ ask: 0, raised }));
  expect(notice(wearer)).toMatch(/^One step up, .+[^:] \d+\s×\s\d+(\ss)?$/);
  expect(notice(wearer.taps("line"))).toBe("");
  expect(line(wearer)).toBe("Feel the cues");
  expect(notice(opens(wearer))).toBe("");
  const known = opens(await coached({ ask: 0, raised: true }));
  expect(notice(known)).toBe("");
  const gone = opens(await coached({ ask: 0, raised: codeOf("wall-sit") }));
  expect([notice(gone), line(gone)]).toEqual(["", "Feel the cues"]);
});

test("a dose that went up waits for the launch after a reason to see somebody", async () => {
  const raised = codeOf(PLANNED.items[0]!.exercise);
  const wearer = opens(await coached({ ask: 0, raised, see: 3 }));
  expect(notice(wearer)).toMatch(/^See a physical therapist/);
  expect(notice(opens(wearer))).toMatch(/^One step up/);
});

test("hiding one reason hides no other", async () => {
  const wearer = opens(await coached({ ask: 0, see: 7 }));
  wearer.taps("line").waits(DAY);
  expect(notice(opens(wearer))).toBe("");
  expect(notice(told(wearer, { ask: 0, see: 2 }))).toMatch(/^See a phys/);
  expect(notice(opens(wearer))).toBe("");
});

test("a reason to see somebody is told once a day; after a tap in 14 days again, a numb leg the next day", async () => {
  const wearer = opens(await coached({ ask: 0, see: 3 }));
  const see = "See a physical therapist or doctor. Your phone says why.";
  expect(notice(wearer)).toBe(see);
  expect(notice(opens(wearer))).toBe("");
  wearer.waits(DAY);
  expect(notice(opens(wearer))).toBe(see);
  wearer.taps("line");
  const days: number[] = [];
  for (let day = 1; day <= 15; day++) {
    wearer.waits(DAY);
    if (notice(opens(wearer))) days.push(day);
  }
  expect(days).toEqual([14, 15]);
  wearer.taps("line");
  told(wearer, { ask: 0, see: See.Numb });
  wearer.waits(DAY);
  for (let day = 0; day < 3; day++) {
    expect(notice(opens(wearer))).toBe("Get medical help now");
    expect(notice(opens(wearer.taps("line")))).toBe("");
    wearer.waits(DAY);
  }
  opens(wearer).taps("start").waits(60);
  expect(wearer.screen).toBe("work");
  expect(wearer.faults).toEqual([]);
});

test("a notice of the watch's own hides the line until a tap takes it away", async () => {
  const wearer = await afterRun();
  wearer.watch.exit();
  wearer.getsFile("routine", [9]);
  wearer.watch.launch();
  wearer.waits(1);
  expect(notice(wearer)).toBe("New routine does not fit: the old one stays.");
  expect(notice(wearer.taps("line"))).toBe("");
  expect(line(wearer)).toBe("After a run: 34 min");
});

test("a watch without the coach's file says nothing of a run", async () => {
  const wearer = opens(ran(await atHome()));
  expect(line(wearer)).toBe("Feel the cues");
  expect(wearer.watch.tree!.byId("line")!.get("display")).toBe("none");
});
