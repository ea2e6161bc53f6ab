import { atHome } from "../support/host";
import {
  SET1,
  REST,
  SET2,
  NEXT,
  LEFT,
  SWITCH,
  RIGHT,
  PLANK,
  END,
  short,
  finished,
} from "../support/short-session";
import { disposeWorlds } from "fitbit-simulator/testing";

afterEach(disposeWorlds);

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
    // But that it is told again, five times with two pulses.
    expect(wearer.felt()).toHaveLength(before + 10);
    wearer.taps("resume");
    expect(wearer.sees).toMatchObject({ number: "14", phase: "Hold" });
    wearer.waits(20);
    expect(wearer.record).toMatchObject({
      outcome: "completed",
      activeSeconds: 80.5,
      pausedSeconds: 302,
    });
    const patterns = wearer.felt(PLANK + 7).map(({ pattern }) => pattern);
    expect(patterns.slice(10, 14)).toEqual([
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
    expect(wearer.taps("pause").sees["set"]).toBe("Set 1 of 1 · Right");
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
  test.each<[string, number, Record<string, string>, string]>([
    ["get ready", 3, { phase: "Up" }, "1/2"],
    ["a set", SET1 + 3, { phase: "Rest", detail: "Set 2 of 2" }, ""],
    ["a rest", REST + 1, { phase: "Up" }, "2/2"],
    ["the last set", SET2 + 1, { phase: "Next", next: "Side plank" }, ""],
    ["the change", NEXT + 1, { phase: "Hold", "side-left": "L" }, "1/1"],
    ["one side", LEFT + 1, { phase: "Switch sides" }, ""],
    ["the switch", SWITCH + 1, { phase: "Hold", "side-right": "R" }, "1/1"],
    ["the end", PLANK + 1, { outcome: "Session saved" }, ""],
  ])("%s: the next thing comes at once", async (_what, at, next, dots) => {
    const wearer = await short(at);
    expect(wearer.taps("skip").sees).toMatchObject(next);
    expect(wearer.dots).toBe(dots);
    finished(wearer);
  });

  test("says in the record what was left out", async () => {
    const wearer = await short(SET1 + 6.5);
    wearer.taps("skip");
    const { items, outcome } = finished(wearer);
    // A set that was skipped was not done.
    expect(outcome).toBe("ended");
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
      detail: "Set 2 of 2",
    });
    const record = finished(wearer);
    expect(record.items[0]).toMatchObject({ sets: 2, reps: [4] });
  });

  test("just begun goes to the set before", async () => {
    const wearer = await short(SET2 + 1);
    expect(wearer.taps("back").sees).toMatchObject({
      phase: "Get ready",
      detail: "On your back",
    });
    const record = finished(wearer);
    expect(record.items[0]).toMatchObject({ sets: 2, reps: [4] });
  });

  test("in a rest does the set before it again, counted once", async () => {
    const wearer = await short(REST + 3);
    expect(wearer.taps("back").sees).toMatchObject({
      phase: "Get ready",
      detail: "On your back",
    });
    const record = finished(wearer);
    expect(record.items[0]).toMatchObject({ sets: 2, reps: [4] });
    expect(record.activeSeconds).toBeCloseTo(80.5 + 5 + 11 + 3, 5);
  });

  test("just after a side switch goes to the other side", async () => {
    const wearer = await short(RIGHT + 1);
    expect(wearer.taps("back").sees).toMatchObject({
      phase: "Get ready",
      "side-left": "L",
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

test("a session that begins at once feels nothing of the one before", async () => {
  const wearer = await short(END + 0.3);
  wearer.taps("done").waits(0.2).taps("start");
  const began = wearer.now;
  const felt = wearer.until(began + 4).felt(began);
  expect(felt.map(({ pattern }) => pattern)).toEqual(["bump", "bump", "bump"]);
});
