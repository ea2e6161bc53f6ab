import { anItem, shortRoutine } from "../../verification/builders/routines";
import { type Wearer, inSession } from "../support/host";
import { disposeWorlds } from "fitbit-simulator/testing";

afterEach(disposeWorlds);

/** The short session begins its first set at second 6. */
async function diedAt(seconds: number, away = 20): Promise<Wearer> {
  return (await inSession(shortRoutine())).until(seconds).dies(away);
}

const ALL = [2, 1, 1];

function sets(wearer: Wearer): number[] {
  return wearer.record.items.map((item) => item.sets);
}

describe("killed before the first set", () => {
  test.each([1, 3.2, 5.9])(
    "at second %d there is nothing to resume",
    async (at) => {
      const wearer = await diedAt(at);
      expect(wearer.screen).toBe("index");
      expect(wearer.sees["start-label"]).toBe("Start");
      wearer.taps("start").waits(100);
      expect(wearer.record).toMatchObject({ outcome: "completed" });
      expect(wearer.faults).toEqual([]);
    },
  );
});

test("heart rate and energy of a session that a kill cut in two are unknown, not those of a part", async () => {
  for (const answer of ["resume-session", "save-session"]) {
    const wearer = await diedAt(40);
    wearer.taps(answer).waits(100);
    expect(wearer.record.heartRate).toBeUndefined();
    expect(wearer.record.calories).toBeUndefined();
    expect(wearer.sees).not.toHaveProperty("calories");
  }
  const whole = await inSession(shortRoutine());
  expect(whole.waits(100).record.calories).toBeGreaterThan(0);
});

describe("the offer after a kill", () => {
  test("names the exercise and set, and its buttons", async () => {
    const wearer = await diedAt(27);
    expect(wearer.screen).toBe("resume");
    expect(wearer.sees).toEqual({
      question: "Continue the session?",
      detail: "Hip raise · Set 2 of 2",
      "resume-session-label": "Resume",
      "save-session-label": "Save",
      "discard-session-label": "Discard",
    });
  });

  test("starts the interrupted set over, with time to get ready", async () => {
    const wearer = await diedAt(30);
    wearer.taps("resume-session");
    const at = wearer.now;
    expect(wearer.sees).toMatchObject({
      phase: "Get ready",
      number: "5",
      next: "Hip raise",
      detail: "Set 2 of 2",
    });
    wearer.waits(5.5);
    expect(wearer.sees).toMatchObject({ phase: "Up", number: "1" });
    wearer.waits(60);
    expect(sets(wearer)).toEqual(ALL);
    // Went on; then three seconds counted, go and the first rep.
    expect(
      wearer
        .felt(at)
        .slice(0, 6)
        .map((pulse) => [pulse.at - at * 1000, pulse.pattern]),
    ).toEqual([
      [0, "nudge-max"],
      [2000, "bump"],
      [3000, "bump"],
      [4000, "bump"],
      [5000, "nudge-max"],
      [5450, "bump"],
    ]);
  });

  test("killed in a rest, the rest starts over", async () => {
    const wearer = await diedAt(20);
    wearer.taps("resume-session");
    expect(wearer.screen).toBe("rest");
    expect(wearer.sees).toMatchObject({ phase: "Rest", number: "7" });
    wearer.waits(100);
    expect(sets(wearer)).toEqual(ALL);
  });

  test("killed on the second side, only that side starts over", async () => {
    const wearer = await diedAt(53);
    wearer.taps("resume-session");
    expect(wearer.sees).toMatchObject({
      next: "Side plank",
      "side-right": "R",
      phase: "Get ready",
    });
    wearer.waits(60);
    expect(wearer.record.items[1]!.holdSeconds).toEqual([5, 5]);
  });

  test("killed while paused, it stays where it was paused", async () => {
    const wearer = await inSession(shortRoutine());
    wearer.until(30).taps("pause").waits(60).dies();
    expect(wearer.sees["detail"]).toBe("Hip raise · Set 2 of 2");
    wearer.taps("resume-session").waits(100);
    expect(sets(wearer)).toEqual(ALL);
    expect(wearer.record.pausedSeconds).toBeCloseTo(80, 1);
  });

  test("comes again when the app is left, closed or killed without an answer", async () => {
    const wearer = await diedAt(30);
    wearer.swipesBack();
    expect(wearer.watch.running).toBe(false);
    wearer.watch.launch();
    expect(wearer.screen).toBe("resume");
    // Nobody answers: the system closes the app.
    wearer.waits(125);
    expect(wearer.watch.running).toBe(false);
    wearer.watch.launch();
    expect(wearer.dies().screen).toBe("resume");
    wearer.taps("save-session");
    expect(wearer.screen).toBe("summary");
    wearer.taps("done").waits(5);
    expect(wearer.record).toMatchObject({ outcome: "recovered" });
    expect(wearer.dies().screen).toBe("index");
  });

  test("keeps to the routine of its start when a new one has come", async () => {
    const wearer = await inSession(shortRoutine());
    wearer.until(30).world.faults.app.kill();
    const other = shortRoutine({
      revision: 9,
      name: "Other",
      items: [anItem("cobra", { hold: 7 })],
    });
    wearer.getsRoutine(other).watch.launch();
    wearer.taps("resume-session").waits(100);
    expect(wearer.record).toMatchObject({ routine: "Runner's Core" });
    expect(sets(wearer)).toEqual(ALL);
    wearer.taps("done");
    expect(wearer.sees["routine"]).toBe("Other");
  });
});

test("with a file from the phone waiting at the launch, the answer counts once", async () => {
  const wearer = await inSession(shortRoutine());
  wearer.until(30).world.faults.app.kill();
  wearer.getsRoutine(shortRoutine({ revision: 9 })).watch.launch();
  const at = wearer.taps("resume-session").now;
  wearer.waits(1.5);
  expect(wearer.felt(at).map(({ pattern }) => pattern)).toEqual(["nudge-max"]);
  // All that follows is in the journal, too.
  wearer.waits(28).dies();
  expect(wearer.sees["detail"]).toBe("Side plank · Set 1 of 1");
});

describe("killed again and again", () => {
  test("while resumed, in one set after the other", async () => {
    const wearer = await inSession(shortRoutine());
    wearer.until(8);
    for (let kills = 0; kills < 30; kills++) {
      wearer.dies();
      if (wearer.screen !== "resume") break;
      wearer.taps("resume-session").waits(kills % 4 === 3 ? 17 : 3.7);
    }
    if (wearer.screen !== "summary") wearer.waits(100);
    expect(wearer.record).toMatchObject({ outcome: "completed" });
    expect(wearer.record.items).toMatchObject([
      { reps: [4], holdSeconds: [6], sets: 2 },
      { holdSeconds: [5, 5], sets: 1 },
      { holdSeconds: [20.5], sets: 1 },
    ]);
    expect(wearer.faults).toEqual([]);
  });

  test("right after each tap on resume", async () => {
    const wearer = await diedAt(30, 5);
    for (let kills = 0; kills < 10; kills++) {
      wearer.taps("resume-session");
      wearer.waits(kills * 0.01).dies(5);
      expect(wearer.screen).toBe("resume");
    }
    wearer.taps("resume-session").waits(100);
    expect(sets(wearer)).toEqual(ALL);
    expect(wearer.record.items[0]).toMatchObject({ reps: [4], skipped: false });
  });
});

describe("how long the watch was away", () => {
  test.each([
    ["three hours", 10800, 10800],
    ["three days: that is no pause", 259200, 0],
  ])("%s", async (_name, away, counted) => {
    const wearer = await diedAt(30, away);
    wearer.taps("resume-session").waits(100);
    expect(sets(wearer)).toEqual(ALL);
    expect(wearer.record.pausedSeconds).toBeGreaterThanOrEqual(counted);
    expect(wearer.record.pausedSeconds).toBeLessThan(counted + 12);
  });

  test("a clock set back meanwhile harms nothing", async () => {
    const wearer = await inSession(shortRoutine());
    wearer.until(30).world.faults.app.kill();
    wearer.world.faults.jumpClock(-86400000);
    wearer.watch.launch();
    wearer.taps("resume-session").waits(100);
    expect(wearer.record).toMatchObject({ outcome: "completed" });
    expect(wearer.record.pausedSeconds).toBeLessThan(12);
    expect(wearer.faults).toEqual([]);
  });
});

test("a resumed session can be ended early", async () => {
  const wearer = await diedAt(30);
  wearer.taps("resume-session").waits(2).taps("pause").taps("end");
  wearer.taps("confirm-end").waits(5);
  expect(wearer.record).toMatchObject({ outcome: "ended" });
  expect(sets(wearer)).toEqual([1, 0, 0]);
});
