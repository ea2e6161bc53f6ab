import type { CoachPlan } from "../../common/wire/coach";
import { EASY, coached } from "../support/coach";
import { type Wearer, atHome } from "../support/host";
import { disposeWorlds } from "fitbit-simulator/testing";

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

test("a watch without the coach's file says nothing of a run", async () => {
  const wearer = opens(ran(await atHome()));
  expect(line(wearer)).toBe("Feel the cues");
  expect(wearer.watch.tree!.byId("line")!.get("display")).toBe("none");
});
