import { defaultRoutine } from "../../common/default-routine";
import { stepsOf } from "../../verification/faults/session-steps";
import { type Wearer, inSession } from "../support/host";
import { disposeWorlds } from "fitbit-simulator/testing";

afterAll(disposeWorlds);

/** Start and end of the session in seconds of the world. */
const START = 1;
const END = 1154;

const done = {
  "hip-raise": { sets: 3, reps: [45], holdSeconds: [45 * 5] },
  "reverse-hip-raise": { sets: 3, reps: [45], holdSeconds: [45 * 2] },
  plank: { sets: 1, reps: [0], holdSeconds: [60] },
  "side-plank": { sets: 1, reps: [0, 0], holdSeconds: [60, 60] },
  cobra: { sets: 3, reps: [0], holdSeconds: [90] },
};

const NAMES = [
  "Hip raise",
  "Reverse hip raise",
  "Front plank",
  "Side plank",
  "Prone cobra",
];

const POSITIONS = [
  "On your back",
  "Bench, face down",
  "Face down",
  "On your side",
  "Face down",
];

const PHASES: Record<string, string> = {
  ready: "Get ready",
  lift: "Up",
  lower: "Down",
  rest: "Rest",
  between: "Next",
  switch: "Switch sides",
};

describe("the default session, left alone", () => {
  let wearer: Wearer;
  const screens: string[] = [];

  beforeAll(async () => {
    wearer = await inSession();
  });

  test("every step shows what to do, and how far it is", () => {
    const plan = defaultRoutine();
    let at = START;
    for (const { phase, item, set, side, rep, seconds } of stepsOf(plan)) {
      if (phase === "done") break;
      // Half a second in, the count still says the whole of the step.
      wearer.until(at + 0.5);
      const { name, sets, sides, kind } = {
        ...plan.items[item]!,
        name: NAMES[item]!,
      };
      const setText = `Set ${set + 1} of ${sets}`;
      const sideText = sides < 2 ? "" : side ? "Right" : "Left";
      const working = ["lift", "hold", "lower"].includes(phase);
      const inRep = kind === "reps";
      expect(wearer.screen).toBe(working ? "work" : "rest");
      const { sees } = wearer;
      if (working) {
        expect(sees).toMatchObject({
          number: String(inRep ? rep + 1 : seconds),
          phase:
            PHASES[phase] ?? (kind === "reps" ? `Hold ${seconds} s` : "Hold"),
        });
        expect(wearer.dots).toBe(`${set + 1}/${sets}`);
      } else {
        expect(sees).toMatchObject({
          number: String(seconds),
          phase: PHASES[phase],
          next: name,
          detail:
            phase === "switch" ? sideText : set ? setText : POSITIONS[item],
          "more-rest-label": "+15 s",
        });
      }
      const marks = (sees["side-left"] ?? "") + (sees["side-right"] ?? "");
      expect(marks).toBe(sideText.slice(0, 1));
      screens.push(phase);
      at += seconds;
    }
    expect(at).toBe(END);
    expect(screens.filter((phase) => phase === "switch")).toHaveLength(1);
  });

  test("the summary says what was done, and leads home", () => {
    wearer.until(END + 2);
    expect(wearer.screen).toBe("summary");
    expect(wearer.sees).toEqual({
      outcome: "Well done!",
      time: "19:13",
      count: "1/3",
      sets: "11",
      "sets-label": "sets",
      reps: "90",
      "reps-label": "reps",
      heart: "74",
      "heart-label": "bpm",
      calories: "79",
      "calories-label": "kcal",
      "done-label": "Done",
    });
    wearer.taps("done");
    expect(wearer.screen).toBe("index");
    expect(wearer.sees).toMatchObject({
      routine: "Runner's Core",
      minutes: "19",
      unit: "min",
      count: "1/3",
      last: "Today: 19 min",
      "start-label": "Start",
    });
  });

  test("one record reaches the phone, with all that was done", () => {
    const { record } = wearer;
    expect(record).toMatchObject({
      outcome: "completed",
      routine: "Runner's Core",
      revision: 0,
      start: wearer.world.wallMs / 1000 - wearer.now + START,
      activeSeconds: END - START,
      pausedSeconds: 0,
      heartRate: { average: 74, max: 74 },
      calories: 79,
    });
    expect(record.items).toEqual(
      Object.entries(done).map(([exercise, what]) => ({
        exercise,
        name: "",
        ...what,
        skipped: false,
        full: true,
      })),
    );
  });

  test("it takes 15 to 22 minutes", () => {
    const { activeSeconds } = wearer.record;
    expect(activeSeconds).toBeGreaterThanOrEqual(15 * 60);
    expect(activeSeconds).toBeLessThanOrEqual(22 * 60);
  });

  test("it lands in the activity log from start to end", () => {
    expect(wearer.observed.of("exercise")).toMatchObject([
      { t: START, state: "started", activity: "workout" },
      { t: END, state: "stopped", activity: "workout" },
    ]);
  });

  test("nothing goes wrong, and nothing is left running", () => {
    expect(wearer.faults).toEqual([]);
    const before = wearer.watch.counters.wakeups;
    wearer.waits(60);
    expect(wearer.watch.counters.wakeups).toBe(before);
  });
});

test("with the companion there, the record is acknowledged and nothing is left", async () => {
  const wearer = await inSession(undefined, {
    companion: true,
    display: "auto",
  });
  wearer.until(END + 10);
  expect(wearer.record).toMatchObject({ outcome: "completed" });
  expect(wearer.files.filter((name) => name.startsWith("s-"))).toEqual([]);
  expect(wearer.files).not.toContain("plan");
  expect(wearer.files).not.toContain("journal");
  wearer.taps("done");
  expect(wearer.screen).toBe("index");
  expect(wearer.sees["last"]).toBe("Today: 19 min");
  expect(wearer.dies().screen).toBe("index");
  expect(wearer.waits(5).sent).toHaveLength(1);
  expect(wearer.faults).toEqual([]);
});

describe("the display", () => {
  test("lights at each exercise change and at the finish, else it sleeps", async () => {
    const wearer = await inSession(undefined, { display: "auto" });
    wearer.until(END + 60);
    const lit = wearer.observed.of("display");
    // Dark ten seconds after the tap, then ten seconds of light each time.
    const changes = [476, 821, 896, 1039, END];
    expect(lit.map(({ t, on }) => (on ? t : -t))).toEqual([
      -(START + 10),
      ...changes.flatMap((at) => [at, -(at + 10)]),
    ]);
    expect(wearer.faults).toEqual([]);
  });

  test("stays lit through the session when the routine says so", async () => {
    const plan = defaultRoutine();
    plan.preferences.keepScreenOn = true;
    const wearer = await inSession(plan, { display: "auto" });
    wearer.until(END + 60);
    expect(wearer.observed.of("display")).toMatchObject([
      { t: END + 10, on: false },
    ]);
  });
});

describe("the system's two minutes", () => {
  test("close the app at home", async () => {
    const wearer = await inSession(undefined, {});
    wearer.until(END + 5).taps("done");
    const left = wearer.now;
    wearer.waits(119);
    expect(wearer.watch.running).toBe(true);
    wearer.waits(2);
    expect(wearer.observed.of("exit")).toMatchObject([
      { t: left + 120, reason: "timeout" },
    ]);
  });

  test("do not count in a session, nor in a long pause of it", async () => {
    const wearer = await inSession();
    wearer.until(300).taps("pause").waits(3600);
    expect(wearer.screen).toBe("paused");
    wearer.taps("resume").waits(130);
    expect(wearer.watch.running).toBe(true);
    expect(["work", "rest"]).toContain(wearer.screen);
  });
});
