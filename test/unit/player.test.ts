import { advance } from "../../app/session/advance";
import { Command, Refusal, apply } from "../../app/session/commands";
import {
  Player,
  activeMs,
  newPlayer,
  stepRemaining,
} from "../../app/session/player";
import { itemsOf } from "../../app/session/tally";
import { playOn, playedTo } from "../builders/cue-times";
import { shortRoutine } from "../../verification/builders/routines";
import { COMMANDS } from "../builders/scripts";

/*
 * The short routine, in seconds: 0 get ready, 5 first set (two reps of 2 up,
 * 1.5 held, 2 down), 16 rest, 23 second set, 34 change, 40 left side, 45
 * switch, 49 right side, 54 change, 60 plank, 80.5 finish.
 */
const PLAN = shortRoutine();

/** A session left alone for so many seconds, then asked for this. */
function at(seconds: number, ...commands: Command[]): Player {
  const player = playedTo(newPlayer(PLAN), seconds * 1000);
  commands.forEach((command) => apply(player, command, seconds * 1000));
  return player;
}

/** Where a session stands: exercise, set, side, phase, seconds left of it. */
function place(player: Player, seconds: number): string {
  const { item, set, side, phase } = player.step;
  return [
    item,
    set,
    side,
    phase,
    stepRemaining(player, seconds * 1000) / 1000,
  ].join(" ");
}

/** Sets, reps and seconds held of an exercise so far. */
function done(player: Player, item: number): unknown[] {
  const { sets, reps, holdSeconds, skipped } = itemsOf(player)[item]!;
  return [sets, ...reps, ...holdSeconds, skipped];
}

describe("what a session does when asked", () => {
  const begun: { [command: string]: Refusal } = {
    start: "already started",
    resume: "not paused",
  };
  const held: { [command: string]: Refusal } = {
    start: "already started",
    pause: "already paused",
  };
  const over = COMMANDS.map((command) => [command, "finished"]);
  const idle = COMMANDS.map((command) => [command, "not started"]);

  test.each<[string, number, () => Player, { [command: string]: unknown }]>([
    [
      "idle",
      0,
      () => newPlayer(PLAN),
      { ...Object.fromEntries(idle), start: undefined },
    ],
    ["ready", 2, () => at(2), { ...begun, previous: "at the beginning" }],
    [
      "running in the first set",
      6,
      () => at(6),
      {
        ...begun,
        "more-rest": "only while waiting",
        previous: "at the beginning",
      },
    ],
    ["running at rest", 17, () => at(17), begun],
    [
      "running in a hold",
      62,
      () => at(62),
      { ...begun, "more-rest": "only while waiting" },
    ],
    ["paused at rest", 17, () => at(17, "pause"), held],
    [
      "paused in a hold",
      62,
      () => at(62, "pause"),
      { ...held, "more-rest": "only while waiting" },
    ],
    ["finished", 81, () => at(81), Object.fromEntries(over)],
    ["ended", 62, () => at(62, "end"), Object.fromEntries(over)],
  ])("%s: it does it, or says why not and stays", (_, now, make, refusals) => {
    for (const command of COMMANDS) {
      const player = make();
      advance(player, now * 1000);
      const before = JSON.stringify(player);
      expect(apply(player, command, now * 1000)).toBe(refusals[command]);
      const after = JSON.stringify(player);
      expect(after === before).toBe(refusals[command] !== undefined);
    }
  });
});

describe("skipping", () => {
  test("leaves a set for its rest, and a rest for its set", () => {
    expect(place(at(10.5, "skip"), 10.5)).toBe("0 1 0 rest 7");
    expect(place(at(10.5, "skip", "skip"), 10.5)).toBe("0 1 0 lift 2");
    expect(place(at(41, "skip"), 41)).toBe("1 0 1 switch 4");
  });

  test("keeps what was done of the set, and says that it was skipped", () => {
    expect(done(at(11, "skip"), 0)).toEqual([0, 1, 1.5, true]);
    expect(done(at(43, "skip"), 1)).toEqual([0, 0, 0, 3, 0, true]);
  });

  test("out of the last set ends the session as a completed one", () => {
    const player = at(62, "skip");
    expect([player.status, player.completed]).toEqual(["finished", true]);
    expect(player.cues).toEqual(["finish"]);
    expect(done(player, 2)).toEqual([0, 0, 2, true]);
  });

  test("while paused moves on in silence and waits to go on", () => {
    const player = at(41, "pause", "skip", "skip");
    expect(player.cues).toEqual([]);
    expect(place(player, 50)).toBe("1 0 1 hold 5");
    apply(player, "resume", 60000);
    expect(player.cues).toEqual(["resume", "go"]);
    expect(place(player, 62)).toBe("1 0 1 hold 3");
  });
});

describe("going back", () => {
  test("restarts a set with time to get ready, and counts it once", () => {
    const player = at(14, "restart");
    expect(place(player, 14)).toBe("0 0 0 ready 5");
    playOn(player, 14000);
    expect(done(player, 0)).toEqual([2, 4, 6, false]);
    expect(activeMs(player, 0)).toBe(80500 + 14000);
  });

  test("restarts a wait from its beginning", () => {
    expect(place(at(20, "restart"), 20)).toBe("0 1 0 rest 7");
  });

  test("goes to the set before, which is done again and counts once", () => {
    const player = at(17, "previous");
    expect(place(player, 17)).toBe("0 0 0 ready 5");
    expect(done(player, 0)).toEqual([1, 2, 3, false]);
    advance(player, 24000);
    expect(done(player, 0)).toEqual([0, 0, 0, false]);
    playOn(player, 24000);
    expect(done(player, 0)).toEqual([2, 4, 6, false]);
  });

  test("from the other side goes to the first, from an exercise to the last", () => {
    expect(place(at(50, "previous"), 50)).toBe("1 0 0 ready 5");
    expect(place(at(42, "previous"), 42)).toBe("0 1 0 ready 5");
    expect(place(at(61, "previous", "previous"), 61)).toBe("1 0 0 ready 5");
  });
});

describe("more rest", () => {
  test("adds fifteen seconds, whose last three are counted again", () => {
    const player = at(21, "more-rest");
    expect(place(player, 21)).toBe("0 1 0 rest 17");
    const felt = playOn(player, 21000).slice(0, 4);
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
    const player = at(65.5, "pause");
    apply(player, "end", 99000);
    expect(done(player, 2)).toEqual([0, 0, 5.5, false]);
    expect([activeMs(player, 99000), player.pausedMs]).toEqual([65500, 33500]);
  });

  test("before the first set leaves nothing to keep", () => {
    expect(at(4, "end").begun).toBe(false);
    expect(at(5, "end").begun).toBe(true);
  });
});
