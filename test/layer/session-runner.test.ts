import { disposeWorlds } from "fitbit-simulator/testing";
import { aRoutine, anItem } from "../../verification/builders/routines";
import { type Driven, drive, loadLayer } from "../support/layer";

beforeAll(loadLayer);
afterEach(disposeWorlds);

/** Five seconds to get ready, then a hold of a minute. */
const HOLD = { ready: 5, items: [anItem("plank", { hold: 60 })] };
const END = 65;
/** Five seconds to get ready, then a rep: 2 s up, 2 s held, 2 s down. */
const REP = {
  ready: 5,
  items: [anItem("hip-raise", { sets: 1, reps: 1, hold: 2 })],
};

/** A session runner and who hears of it, to which each test adds what happens. */
const RUNNER = `
import * as display from "../../app/platform/display";
import { steadyTime } from "../../app/platform/exercise-log";
import * as sessionRunner from "../../app/session-runner";
import { startSession } from "../../app/session/session";
import { at, now, tell } from "../support/driver";

const listener = { changed() {}, finished(over, measured) {} };
sessionRunner.listen(listener);
display.listen(sessionRunner.displayChanged);

function begin(routine) {
  const plan = { id: "tlpwu8-0000", start: 1767250800, offset: 0, routine };
  const ports = { append: () => true, steady: steadyTime };
  sessionRunner.begin(startSession(plan, ports, Date.now()));
}
`;

/** A session that begins at the launch; the lines are what happens beside it. */
function session(
  lines: string,
  options: Parameters<typeof drive>[1] = {},
  routine: Parameters<typeof aRoutine>[0] = HOLD,
): Promise<Driven> {
  const start = `begin(${JSON.stringify(aRoutine(routine))});`;
  return drive(RUNNER + lines + start, options);
}

/** Wake-ups of the watch from now until then. */
function wakeUps(made: Driven, until: number): number {
  const before = made.watch.counters.wakeups;
  return made.until(until).watch.counters.wakeups - before;
}

describe("the one timer", () => {
  test("stays one, whatever is asked of the session", async () => {
    const calm = (await session("", { display: "off" })).until(20);
    const asked = await session(
      `at(12, () => {
        for (let i = 0; i < 5; i++) sessionRunner.command("more-rest");
        for (let i = 0; i < 5; i++) sessionRunner.wake(false);
      });`,
      { display: "off" },
    );
    expect(wakeUps(asked.until(20), END)).toBe(wakeUps(calm, END));
  });

  test("is gone while the session is paused, and when it is over", async () => {
    const made = await session(`
      at(12, () => sessionRunner.command("pause"));
      at(20, () => sessionRunner.command("resume"));`);
    // A pause is felt as two pulses.
    expect(wakeUps(made.until(13), 19)).toBe(0);
    made.until(END + 8 + 3);
    expect(wakeUps(made, END + 60)).toBe(0);
  });

  test("brings every cue in its time although drawing fails", async () => {
    const calm = (await session("")).until(END + 3);
    const made = await session(
      `at(1, () => { listener.changed = () => { throw new Error("torn"); }; });`,
    );
    expect(made.until(END + 3).felt()).toEqual(calm.felt());
    expect(made.faults.length).toBeGreaterThan(50);
  });

  test("is not taken for due when somebody only looks at the display", async () => {
    const calm = (await session("")).until(END + 3);
    const made = (await session("")).until(10.3);
    made.watch.setDisplay(false);
    made.until(20.7).watch.setDisplay(true);
    expect(made.until(END + 3).felt()).toEqual(calm.felt());
  });

  test.each([1, 2, 5])(
    "late by up to 200 ms, it makes no pulse later than that (seed %i)",
    async (seed) => {
      const exact = (await session("")).until(END + 3).felt();
      const options = { jitterMs: 200, seed };
      const felt = (await session("", options)).until(END + 3).felt();
      const late = felt.map(({ at }, i) => at - exact[i]!.at);
      expect(felt).toHaveLength(exact.length);
      expect(Math.min(...late)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...late)).toBeLessThanOrEqual(200);
    },
  );

  test("later than 5 s, the session waits, paused", async () => {
    const options = { refusedPermissions: ["access_exercise"] };
    const made = await session(
      `at(30, () => tell(sessionRunner.currentSession().player.status));`,
      options,
    );
    made.until(14).world.faults.jumpClock(60000);
    expect(made.until(31).told).toEqual(["paused"]);
    expect(wakeUps(made, 60)).toBe(0);
  });
});

describe("what is shown", () => {
  const TIMES = `listener.changed = () => tell(now());`;

  test("counts seconds while the display is lit, and none in the dark", async () => {
    const made = (await session(TIMES)).until(9.5);
    made.watch.setDisplay(false);
    made.until(30.5).watch.setDisplay(true);
    const times = made.until(33).told.slice(-8);
    // In the dark, ten seconds of a hold are noted.
    expect(times).toEqual([9, 9.5, 15, 25, 30.5, 31, 32, 33]);
  });

  test("is drawn once as a rep goes up or down: its figure moves by itself", async () => {
    const made = (await session(TIMES, {}, REP)).until(12);
    const seconds = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    for (const time of made.told as number[]) seconds[Math.floor(time)]!++;
    // Ready, up, held, down.
    expect(seconds.slice(1, 11)).toEqual([1, 1, 1, 1, 1, 0, 1, 1, 1, 0]);
  });
});

describe("the activity log", () => {
  test("pauses, goes on and ends with the session", async () => {
    const made = await session(`
      at(10, () => sessionRunner.command("pause"));
      at(20, () => sessionRunner.command("resume"));
      at(30, () => sessionRunner.command("end"));`);
    const log = made.until(40).observed.of("exercise");
    expect(log.map(({ t, state }) => [t, state])).toEqual([
      [0, "started"],
      [10, "paused"],
      [20, "started"],
      [30, "stopped"],
    ]);
  });

  test("is closed when a session has run to its end, and what it measured is told", async () => {
    const made = await session(
      `listener.finished = (over, measured) => {
        tell([now(), over.player.completed, measured, !sessionRunner.currentSession()]);
      };`,
      { prepare: ({ watch }) => (watch.body.heartRate = 100) },
    );
    made.until(END + 1);
    const measured = { calories: 4, heartRate: { average: 100, max: 100 } };
    expect(made.told).toEqual([[END, true, measured, true]]);
    const log = made.observed.of("exercise").map(({ state }) => state);
    expect(log).toEqual(["started", "stopped"]);
  });

  test("is a clock that a pause does not put wrong", async () => {
    const made = await session(`
      at(10, () => sessionRunner.command("pause"));
      at(40, () => sessionRunner.command("resume"));
      at(60, () => tell(sessionRunner.currentSession().player.status));`);
    made.until(45).world.faults.jumpClock(600000);
    expect(made.until(61).told).toEqual(["running"]);
  });
});

describe("only a session", () => {
  const LONG = {
    ...HOLD,
    items: [anItem("plank", { hold: 200 })],
    preferences: { ...aRoutine().preferences, keepScreenOn: true },
  };

  test("keeps the display lit, where that is wanted", async () => {
    const lights = async (keepScreenOn: boolean): Promise<unknown[]> => {
      const preferences = { ...LONG.preferences, keepScreenOn };
      const options = { display: "auto" } as const;
      const made = await session("", options, { ...LONG, preferences });
      const changes = made.until(220).observed.of("display");
      return changes.map(({ t, on }) => [t, on]);
    };
    expect(await lights(true)).toEqual([[215, false]]);
    // The finish lights it.
    expect(await lights(false)).toEqual([
      [10, false],
      [205, true],
      [215, false],
    ]);
  });

  test("keeps the app open", async () => {
    const made = (await session("", {}, LONG)).until(400);
    const exits = made.observed.of("exit").map(({ t, reason }) => [t, reason]);
    expect(exits).toEqual([[325, "timeout"]]);
  });

  test("takes commands; before and after it they do nothing", async () => {
    const ask = `
      sessionRunner.command("pause");
      sessionRunner.wake(false);
      sessionRunner.displayChanged();`;
    const made = await session(`${ask} at(${END + 5}, () => {${ask}});`);
    const calm = (await session("")).until(END + 10);
    expect(made.until(END + 10).felt()).toEqual(calm.felt());
    expect(made.faults).toEqual([]);
  });
});
