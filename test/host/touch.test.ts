import { shortRoutine } from "../builders/routines";
import { type Wearer, atHome, inSession } from "../support/host";
import { disposeWorlds } from "../support/world";

afterEach(disposeWorlds);

/**
 * Seconds of the world at which the steps of the short session begin: two sets
 * of two reps, a hold of 5 s on each side, one of 20.5 s.
 */
const SET1 = 6;
const REST = 17;
const SET2 = 24;
const NEXT = 35;
const LEFT = 41;
const SWITCH = 46;
const RIGHT = 50;
const PLANK = 61;
const END = 81.5;

async function short(until: number): Promise<Wearer> {
  return (await inSession(shortRoutine())).until(until);
}

/** Plays to the end and gives the one record. */
function finished(wearer: Wearer): Wearer["record"] {
  for (let i = 0; i < 60 && wearer.screen !== "summary"; i++) wearer.waits(3);
  wearer.waits(2);
  expect(wearer.faults).toEqual([]);
  expect(wearer.screen).toBe("summary");
  return wearer.record;
}

describe("swiping back", () => {
  test.each([
    ["at get ready", 3],
    ["in work", SET1 + 4],
    ["in a rest", REST + 2],
    ["in a hold", PLANK + 2],
  ])("%s asks, and never ends the session", async (_where, at) => {
    const wearer = await short(at);
    wearer.swipesBack();
    expect(wearer.screen).toBe("confirm");
    expect(wearer.sees).toEqual({
      question: "End the session?",
      detail: "What you did is saved.",
      "keep-going-label": "Keep going",
      "confirm-end-label": "End",
    });
    wearer.swipesBack();
    expect(["work", "rest"]).toContain(wearer.screen);
    expect(finished(wearer).outcome).toBe("completed");
  });

  test("an unanswered question goes away after 10 s, and nothing has stopped", async () => {
    const calm = await short(1.001);
    const wearer = await short(NEXT - 2);
    wearer.swipesBack().waits(9.5);
    expect(wearer.screen).toBe("confirm");
    wearer.waits(1.2);
    expect(wearer.screen).toBe("work");
    expect(wearer.sees["exercise"]).toBe("Side plank");
    finished(wearer);
    finished(calm);
    expect(wearer.felt()).toEqual(calm.felt());
    expect(wearer.record).toEqual(calm.record);
  });

  test("keep going leads back to the screen of the moment", async () => {
    const wearer = await short(NEXT - 1);
    wearer.swipesBack().waits(2).taps("keep-going");
    expect(wearer.screen).toBe("rest");
    expect(wearer.sees["next"]).toBe("Side plank");
  });

  test("while paused, the question stays until it is answered", async () => {
    const wearer = await short(SET2 + 1);
    wearer.taps("pause").swipesBack().waits(60);
    expect(wearer.screen).toBe("confirm");
    wearer.taps("keep-going");
    expect(wearer.screen).toBe("paused");
  });

  test("the session that runs out under the question is complete", async () => {
    const wearer = await short(END - 3);
    wearer.swipesBack();
    expect(finished(wearer).outcome).toBe("completed");
  });

  test("in the dark it asks, too", async () => {
    const wearer = await inSession(shortRoutine(), { display: "off" });
    wearer.until(PLANK).swipesBack();
    expect(wearer.watch.running).toBe(true);
    wearer.watch.setDisplay(true);
    expect(wearer.screen).toBe("confirm");
    expect(finished(wearer).outcome).toBe("completed");
  });

  test("at the summary it leads home, at home it leaves the app", async () => {
    const wearer = await short(END + 2);
    expect(wearer.screen).toBe("summary");
    expect(wearer.swipesBack().screen).toBe("index");
    wearer.swipesBack();
    expect(wearer.observed.of("exit")).toMatchObject([
      { reason: "swipe-back" },
    ]);
  });
});

test("a summary that nobody leaves is closed, and home comes next", async () => {
  const wearer = await short(END + 130);
  expect(wearer.observed.of("exit")).toMatchObject([{ reason: "timeout" }]);
  wearer.watch.launch();
  expect(wearer.screen).toBe("index");
  expect(wearer.sees["last"]).toBe("Today: 1 min");
  expect(wearer.sent[0]).toMatchObject({ outcome: "completed" });
});

describe("ending early", () => {
  test("saves what was done so far", async () => {
    const wearer = await short(PLANK + 12.3);
    wearer.swipesBack().taps("confirm-end");
    expect(wearer.screen).toBe("summary");
    expect(wearer.sees).toMatchObject({
      outcome: "Session saved",
      time: "1:13",
      sets: "3",
      reps: "4",
    });
    wearer.taps("done").waits(5);
    expect(wearer.record).toMatchObject({
      outcome: "ended",
      activeSeconds: 72.3,
      pausedSeconds: 0,
      items: [
        { sets: 2, reps: [4], holdSeconds: [6], skipped: false },
        { sets: 1, reps: [0, 0], holdSeconds: [5, 5], skipped: false },
        { sets: 0, reps: [0], holdSeconds: [12.3], skipped: false },
      ],
    });
    expect(wearer.observed.of("exercise").map(({ state }) => state)).toEqual([
      "started",
      "stopped",
    ]);
    expect(wearer.dies().screen).toBe("index");
  });

  test("from the pause counts the pause as a pause", async () => {
    const wearer = await short(SET2 + 1);
    wearer.taps("pause").waits(100).taps("end").taps("confirm-end").waits(5);
    expect(wearer.record).toMatchObject({
      outcome: "ended",
      activeSeconds: 24,
      pausedSeconds: 100,
    });
  });

  test("while getting ready leaves nothing", async () => {
    const wearer = await short(4);
    wearer.swipesBack().taps("confirm-end");
    expect(wearer.screen).toBe("index");
    wearer.waits(10);
    expect(wearer.sent).toEqual([]);
    expect(wearer.dies().screen).toBe("index");
  });
});

describe("pause and resume", () => {
  test("nothing is felt in between, and the step goes on where it was", async () => {
    const wearer = await short(PLANK + 7);
    wearer.taps("pause").waits(2);
    expect(wearer.screen).toBe("paused");
    expect(wearer.sees).toEqual({
      phase: "Paused",
      exercise: "Front plank",
      set: "Set 1 of 1",
      remaining: "0:14 left",
      "resume-label": "Resume",
      "skip-label": "Skip",
      "back-label": "Back",
      "end-label": "End",
    });
    const before = wearer.felt().length;
    wearer.waits(300);
    expect(wearer.felt()).toHaveLength(before);
    wearer.taps("resume");
    expect(wearer.sees).toMatchObject({ number: "14", phase: "Hold" });
    wearer.waits(20);
    expect(wearer.record).toMatchObject({
      outcome: "completed",
      activeSeconds: 80.5,
      pausedSeconds: 302,
    });
    const patterns = wearer.felt(PLANK + 7).map(({ pattern }) => pattern);
    expect(patterns.slice(0, 4)).toEqual([
      "nudge",
      "nudge",
      "nudge-max",
      "ping",
    ]);
    expect(wearer.observed.of("exercise").map(({ state }) => state)).toEqual([
      "started",
      "paused",
      "started",
      "stopped",
    ]);
  });

  test("paused on a side, the side is named", async () => {
    const wearer = await short(RIGHT + 1);
    expect(wearer.taps("pause").sees["set"]).toBe("Set 1 of 1 · Right side");
  });

  test("many pauses cost no time of the session", async () => {
    const wearer = await short(2);
    for (let i = 0; i < 60; i++) {
      wearer.waits(1.03).taps("pause").waits(0.77).taps("resume");
    }
    expect(finished(wearer)).toMatchObject({
      outcome: "completed",
      activeSeconds: 80.5,
      pausedSeconds: 46.2,
    });
    expect(wearer.record.items.map(({ sets }) => sets)).toEqual([2, 1, 1]);
  });
});

describe("skip", () => {
  test.each([
    ["get ready", 3, { phase: "Up", set: "Set 1 of 2" }],
    ["a set", SET1 + 3, { phase: "Rest", "next-detail": "Set 2 of 2" }],
    ["a rest", REST + 1, { phase: "Up", set: "Set 2 of 2" }],
    ["the last set", SET2 + 1, { phase: "Next", next: "Side plank" }],
    ["the change", NEXT + 1, { phase: "Hold", side: "Left side" }],
    ["one side", LEFT + 1, { phase: "Switch sides" }],
    ["the switch", SWITCH + 1, { phase: "Hold", side: "Right side" }],
    ["the end", PLANK + 1, { outcome: "Well done!" }],
  ])("%s: the next thing comes at once", async (_what, at, next) => {
    const wearer = await short(at);
    expect(wearer.taps("skip").sees).toMatchObject(next);
    finished(wearer);
  });

  test("says in the record what was left out", async () => {
    const wearer = await short(SET1 + 6.5);
    wearer.taps("skip");
    const { items, outcome } = finished(wearer);
    expect(outcome).toBe("completed");
    expect(items).toMatchObject([
      { sets: 1, reps: [3], holdSeconds: [4.5], skipped: true },
      { sets: 1, skipped: false },
      { sets: 1, skipped: false },
    ]);
  });

  test("while paused goes to the next set, and waits there", async () => {
    const wearer = await short(SET1 + 1);
    wearer.taps("pause").taps("skip").taps("skip").waits(50);
    expect(wearer.sees).toMatchObject({
      phase: "Paused",
      exercise: "Hip raise",
      set: "Set 2 of 2",
    });
    expect(wearer.taps("resume").sees).toMatchObject({
      phase: "Up",
      number: "1",
    });
  });
});

describe("back", () => {
  test("within a set starts it over, with time to get ready", async () => {
    const wearer = await short(SET2 + 7);
    wearer.taps("back");
    expect(wearer.sees).toMatchObject({
      phase: "Get ready",
      number: "5",
      set: "Set 2 of 2",
    });
    const record = finished(wearer);
    expect(record.items[0]).toMatchObject({ sets: 2, reps: [4] });
  });

  test("just begun goes to the set before", async () => {
    const wearer = await short(SET2 + 1);
    expect(wearer.taps("back").sees).toMatchObject({
      phase: "Get ready",
      set: "Set 1 of 2",
    });
    const record = finished(wearer);
    expect(record.items[0]).toMatchObject({ sets: 2, reps: [4] });
  });

  test("in a rest does the set before it again, counted once", async () => {
    const wearer = await short(REST + 3);
    expect(wearer.taps("back").sees).toMatchObject({
      phase: "Get ready",
      set: "Set 1 of 2",
    });
    const record = finished(wearer);
    expect(record.items[0]).toMatchObject({ sets: 2, reps: [4] });
    expect(record.activeSeconds).toBeCloseTo(80.5 + 5 + 11 + 3, 5);
  });

  test("just after a side switch goes to the other side", async () => {
    const wearer = await short(RIGHT + 1);
    expect(wearer.taps("back").sees).toMatchObject({
      phase: "Get ready",
      side: "Left side",
    });
    const record = finished(wearer);
    expect(record.items[1]).toMatchObject({ sets: 1, holdSeconds: [5, 5] });
  });

  test("at the very beginning has nowhere to go, and does no harm", async () => {
    const wearer = await short(2);
    wearer.taps("back");
    expect(wearer.sees).toMatchObject({ phase: "Get ready", number: "4" });
    wearer.until(SET1 + 1).taps("back");
    expect(wearer.sees).toMatchObject({ phase: "Up", number: "1" });
    expect(finished(wearer).activeSeconds).toBe(80.5);
  });
});

describe("more rest", () => {
  test.each([
    ["a rest", REST + 2, 5],
    ["an exercise change", NEXT + 2, 4],
    ["a side switch", SWITCH + 2, 2],
  ])("adds 15 s to %s, as often as asked", async (_what, at, left) => {
    const wearer = await short(at);
    expect(wearer.sees["number"]).toBe(String(left));
    wearer.taps("more-rest");
    expect(wearer.sees["number"]).toBe(String(left + 15));
    wearer.taps("more-rest");
    expect(wearer.sees["number"]).toBe(String(left + 30));
    expect(finished(wearer)).toMatchObject({
      outcome: "completed",
      activeSeconds: 110.5,
    });
  });
});

test("one tap from launch to the session, and a second one does nothing", async () => {
  const wearer = await atHome();
  wearer.until(1).taps("start");
  expect(wearer.watch.tap("start").ok).toBe(false);
  wearer.waits(3);
  expect(wearer.sees).toMatchObject({ phase: "Get ready", number: "7" });
});
