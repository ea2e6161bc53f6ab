import type { Command } from "../../verification/faults/names";
import { playOn, playedTo } from "../builders/cue-times";
import { NamedSession, namedSession } from "../builders/session";
import { shortRoutine } from "../../verification/builders/routines";
import { COMMANDS } from "../builders/scripts";

/*
 * The short routine, in seconds: 0 get ready, 5 first set (two reps of 2 up,
 * 1.5 held, 2 down), 16 rest, 23 second set, 34 change, 40 left side, 45
 * switch, 49 right side, 54 change, 60 plank, 80.5 finish.
 */
const PLAN = shortRoutine();

/** A session left alone for so many seconds, then asked for this. */
function at(seconds: number, ...commands: Command[]): NamedSession {
  const session = playedTo(namedSession(PLAN), seconds * 1000);
  commands.forEach((command) => session.ask(command, seconds * 1000));
  return session;
}

/** Where a session stands: exercise, set, side, phase, seconds left of it. */
function place(session: NamedSession): string {
  const { item, set, side, phase } = session.step;
  return [item, set, side, phase, session.left / 1000].join(" ");
}

/** Sets, reps and seconds held of an exercise so far. */
function done(session: NamedSession, item: number): unknown[] {
  const { sets, reps, holdSeconds, skipped } = session.items[item]!;
  return [sets, ...reps, ...holdSeconds, skipped];
}

describe("what a session does when asked", () => {
  const begun: Command[] = ["start", "resume"];
  const held: Command[] = ["start", "pause"];
  const idle = COMMANDS.filter((command) => command !== "start");

  test.each<[string, number, () => NamedSession, readonly Command[]]>([
    ["idle", 0, () => namedSession(PLAN), idle],
    ["ready", 2, () => at(2), [...begun, "previous"]],
    [
      "running in the first set",
      6,
      () => at(6),
      [...begun, "more-rest", "previous"],
    ],
    ["running at rest", 17, () => at(17), begun],
    ["running in a hold", 62, () => at(62), [...begun, "more-rest"]],
    ["paused at rest", 17, () => at(17, "pause"), held],
    ["paused in a hold", 62, () => at(62, "pause"), [...held, "more-rest"]],
    ["finished", 81, () => at(81), COMMANDS],
    ["ended", 62, () => at(62, "end"), COMMANDS],
  ])("%s: it does it, or refuses and stays", (_, now, make, refused) => {
    for (const command of COMMANDS) {
      const named = make();
      named.advance(now * 1000);
      const before = JSON.stringify(named.session);
      const done = named.ask(command, now * 1000);
      expect([command, done]).toEqual([command, !refused.includes(command)]);
      expect(JSON.stringify(named.session) !== before).toBe(done);
    }
  });
});

describe("skipping", () => {
  test("leaves a set for its rest, and a rest for its set", () => {
    expect(place(at(10.5, "skip"))).toBe("0 1 0 rest 7");
    expect(place(at(10.5, "skip", "skip"))).toBe("0 1 0 lift 2");
    expect(place(at(41, "skip"))).toBe("1 0 1 switch 4");
  });

  test("keeps what was done of the set, and says that it was skipped", () => {
    expect(done(at(11, "skip"), 0)).toEqual([0, 1, 1.5, true]);
    expect(done(at(43, "skip"), 1)).toEqual([0, 0, 0, 3, 0, true]);
  });

  test("out of the last set ends the session as a completed one", () => {
    const session = at(62, "skip");
    expect([session.status, session.completed]).toEqual(["finished", true]);
    expect(session.cues).toEqual(["finish"]);
    expect(done(session, 2)).toEqual([0, 0, 2, true]);
  });

  test("while paused moves on in silence and waits to go on", () => {
    const session = at(41, "pause", "skip", "skip");
    expect(session.cues).toEqual([]);
    session.read(50000);
    expect(place(session)).toBe("1 0 1 hold 5");
    session.ask("resume", 60000);
    expect(session.cues).toEqual(["resume", "go"]);
    session.read(62000);
    expect(place(session)).toBe("1 0 1 hold 3");
  });
});

describe("going back", () => {
  test("restarts a set with time to get ready, and counts it once", () => {
    const session = at(14, "restart");
    expect(place(session)).toBe("0 0 0 ready 5");
    playOn(session, 14000);
    expect(done(session, 0)).toEqual([2, 4, 6, false]);
    expect(session.activeMs).toBe(80500 + 14000);
  });

  test("restarts a wait from its beginning", () => {
    expect(place(at(20, "restart"))).toBe("0 1 0 rest 7");
  });

  test("goes to the set before, which is done again and counts once", () => {
    const session = at(17, "previous");
    expect(place(session)).toBe("0 0 0 ready 5");
    expect(done(session, 0)).toEqual([1, 2, 3, false]);
    session.advance(24000);
    expect(done(session, 0)).toEqual([0, 0, 0, false]);
    playOn(session, 24000);
    expect(done(session, 0)).toEqual([2, 4, 6, false]);
  });

  test("from the other side goes to the first, from an exercise to the last", () => {
    expect(place(at(50, "previous"))).toBe("1 0 0 ready 5");
    expect(place(at(42, "previous"))).toBe("0 1 0 ready 5");
    expect(place(at(61, "previous", "previous"))).toBe("1 0 0 ready 5");
  });
});

describe("more rest", () => {
  test("adds fifteen seconds, whose last three are counted again", () => {
    const session = at(21, "more-rest");
    expect(place(session)).toBe("0 1 0 rest 17");
    const felt = playOn(session, 21000).slice(0, 4);
    expect(felt).toEqual([
      [35000, "tick"],
      [36000, "tick"],
      [37000, "tick"],
      [38000, "go", "lift"],
    ]);
  });
});

describe("ending early", () => {
  test("keeps a hold as far as it went", () => {
    expect(done(at(65.5, "end"), 2)).toEqual([0, 0, 5.5, false]);
    expect(at(65.5, "end").completed).toBe(false);
  });

  test("keeps a hold as far as it went before the pause", () => {
    const session = at(65.5, "pause");
    session.ask("end", 99000);
    expect(done(session, 2)).toEqual([0, 0, 5.5, false]);
    expect([session.activeMs, session.pausedMs]).toEqual([65500, 33500]);
  });

  test("before the first set leaves nothing to keep", () => {
    expect(at(4, "end").begun).toBe(false);
    expect(at(5, "end").begun).toBe(true);
  });
});
