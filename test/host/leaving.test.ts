import { shortRoutine } from "../../verification/builders/routines";
import { inSession } from "../support/host";
import {
  END,
  NEXT,
  PLANK,
  REST,
  SET1,
  SET2,
  finished,
  short,
} from "../support/short-session";
import { disposeWorlds } from "fitbit-simulator/testing";

afterEach(disposeWorlds);

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
    expect(wearer.sees).toMatchObject({ phase: "Hold", "side-left": "L" });
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

test("skipping from end to end completes nothing", async () => {
  const wearer = await short(0);
  for (let i = 0; i < 40 && wearer.screen !== "summary"; i++) {
    wearer.waits(1).taps("skip");
  }
  expect(wearer.sees["outcome"]).toBe("Session saved");
  wearer.waits(5);
  expect(wearer.record).toMatchObject({ outcome: "ended" });
});

test("one set of all is not a completed session", async () => {
  const wearer = await short(REST + 1);
  for (let i = 0; i < 40 && wearer.screen !== "summary"; i++) {
    wearer.waits(0.5).taps("skip");
  }
  expect(wearer.sees["outcome"]).toBe("Session saved");
  wearer.waits(5);
  expect(wearer.record).toMatchObject({ outcome: "ended" });
  expect(wearer.record.items[0]).toMatchObject({ sets: 1, reps: [2] });
});

describe("a session in which nothing was done", () => {
  test.each([
    ["while getting ready", SET1 - 2],
    ["in the first rep", SET1 + 2],
  ])("leaves no record when it is ended %s", async (_, at) => {
    const wearer = await short(at);
    wearer.swipesBack().taps("confirm-end").waits(5);
    expect(wearer.screen).toBe("index");
    // As on a watch that has had no session.
    expect(wearer.sees["last"]).toBe("Feel the cues");
    wearer.waits(60).dies();
    expect(wearer.screen).toBe("index");
    expect(wearer.sent).toEqual([]);
    expect([...wearer.watch.files.keys()]).not.toContain("last");
  });

  test("leaves none either when it is saved after a death", async () => {
    const wearer = await short(SET1 + 2);
    wearer.dies();
    expect(wearer.screen).toBe("resume");
    wearer.taps("save-session").waits(5);
    expect(wearer.screen).toBe("index");
    expect(wearer.sent).toEqual([]);
  });
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
