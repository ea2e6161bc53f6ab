import { disposeWorlds } from "fitbit-simulator/testing";
import { packRoutine } from "../../common/wire/routine";
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

/** A session runner with the app's screen, to which each test adds what happens. */
const RUNNER = `
import { flatRoutine } from "../../common/wire/stored-routine";
import * as display from "../../app/platform/display";
import { part } from "../../app/session-runner";
import { S, Status } from "../../app/session/session";
import { state } from "../../app/state";
import { at, tell } from "../support/driver";

const runner = part!;
function displayChanged(lit: boolean) {
  state.lit = lit;
  runner.wake(false);
}
state.runner = runner;
state.lit = display.litAtLaunch;
display.listen(displayChanged);
`;

/** A session that begins at the launch; the lines are what happens beside it. */
function session(
  lines: string,
  options: Parameters<typeof drive>[1] = {},
  routine: Parameters<typeof aRoutine>[0] = HOLD,
): Promise<Driven> {
  const packed = JSON.stringify(packRoutine(aRoutine(routine)));
  return drive(
    `${RUNNER} ${lines} runner.start(flatRoutine(${packed}));`,
    options,
  );
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
        for (let i = 0; i < 5; i++) runner.tapped("more-rest");
        for (let i = 0; i < 5; i++) runner.wake(false);
      });`,
      { display: "off" },
    );
    expect(wakeUps(asked.until(20), END)).toBe(wakeUps(calm, END));
  });

  test("is gone while the session is paused, and when it is over", async () => {
    const made = await session(`
      at(12, () => runner.tapped("pause"));
      at(20, () => runner.tapped("resume"));`);
    // A pause is felt as two pulses.
    expect(wakeUps(made.until(13), 19)).toBe(0);
    made.until(END + 8 + 3);
    expect(wakeUps(made, END + 60)).toBe(0);
  });

  test("brings every cue in its time although drawing fails", async () => {
    const calm = (await session("")).until(END + 3);
    const made = await session("");
    made.until(1).world.faults.app.breakCall("view.set");
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
      `at(30, () => tell(state.session[S.Status] === Status.Paused));`,
      options,
    );
    made.until(14).world.faults.jumpClock(60000);
    expect(made.until(31).told).toEqual([true]);
    // Nothing but that it is told again: two pulses, and the timer for the next.
    expect(wakeUps(made, 60)).toBe(2);
  });
});

describe("what is shown", () => {
  /** Seconds at which something else stood on the screen. */
  const shown = (made: Driven, from: number): number[] =>
    made.observed
      .of("screen")
      .map(({ t }) => t)
      .filter((t) => t >= from);

  test("counts seconds while the display is lit, and none in the dark", async () => {
    const made = (await session("")).until(9.5);
    expect(shown(made, 6)).toEqual([6, 7, 8, 9]);
    made.watch.setDisplay(false);
    // Ten seconds of a hold are noted, twice.
    expect(wakeUps(made, 30.5)).toBe(2);
    made.watch.setDisplay(true);
    expect(shown(made.until(33), 10)).toEqual([30.5, 31, 32, 33]);
  });

  test("of a rep are its steps and the seconds that it is held", async () => {
    // Up at 5 s, held at 7 s, down at 9 s.
    const made = (await session("", {}, REP)).until(6.5);
    expect(wakeUps(made, 8.5)).toBe(2);
    expect(wakeUps(made, 10.5)).toBe(1);
    expect(shown(made, 6.5)).toEqual([7, 8, 9]);
  });

  test("of a rep wakes nobody in the dark but for the way down", async () => {
    const made = (await session("", { display: "off" }, REP)).until(6.5);
    expect(wakeUps(made, 8.5)).toBe(0);
    expect(wakeUps(made, 10.5)).toBe(1);
    const lit = (await session("", {}, REP)).until(15);
    expect(made.until(15).felt()).toEqual(lit.felt());
  });

  test("is up to date at once when the display goes on at the top of a rep", async () => {
    const made = (await session("", { display: "off" }, REP)).until(7.6);
    made.watch.setDisplay(true);
    expect(made.sees["phase"]).toBe("Hold 2 s");
  });
});

describe("the activity log", () => {
  test("pauses, goes on and ends with the session", async () => {
    const made = await session(`
      at(10, () => runner.tapped("pause"));
      at(20, () => runner.tapped("resume"));
      at(30, () => runner.tapped("confirm-end"));`);
    const log = made.until(40).observed.of("exercise");
    expect(log.map(({ t, state }) => [t, state])).toEqual([
      [0, "started"],
      [10, "paused"],
      [20, "started"],
      [30, "stopped"],
    ]);
  });

  test("is closed when a session has run to its end, and what it measured is kept", async () => {
    const made = await session(
      `at(${END + 1}, () => tell([!state.session, !!state.summary]));`,
      { prepare: ({ watch }) => (watch.body.heartRate = 100) },
    );
    expect(made.until(END + 60).told).toEqual([[true, true]]);
    expect(made.record).toMatchObject({
      outcome: "completed",
      activeSeconds: END,
      calories: 4,
      heartRate: { average: 100, max: 100 },
    });
    const log = made.observed.of("exercise").map(({ t, state }) => [t, state]);
    expect(log).toEqual([
      [0, "started"],
      [END, "stopped"],
    ]);
  });

  test("is a clock that a pause does not put wrong", async () => {
    const made = await session(`
      at(10, () => runner.tapped("pause"));
      at(40, () => runner.tapped("resume"));
      at(60, () => tell(state.session[S.Status] === Status.Running));`);
    made.until(45).world.faults.jumpClock(600000);
    expect(made.until(61).told).toEqual([true]);
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
      runner.tapped("pause");
      runner.wake(false);
      displayChanged(state.lit);`;
    const made = await session(`${ask} at(${END + 5}, () => {${ask}});`);
    const calm = (await session("")).until(END + 10);
    expect(made.until(END + 10).felt()).toEqual(calm.felt());
    expect(made.faults).toEqual([]);
  });
});
