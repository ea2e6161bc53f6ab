import fc from "fast-check";
import { check } from "../builders/check";
import { shortRoutine } from "../../verification/builders/routines";
import { EPOCH } from "../builders/session";
import { Wrist, wristWith } from "../builders/wrist";

const HOUR = 3600;
const DAY = 24 * HOUR;

function wrist(): Wrist {
  return wristWith(shortRoutine());
}

/** Cues by the real time at which they are felt when nothing goes wrong. */
const UNDISTURBED = wrist().start().finish().felt;

/** What was done, and whether the session came to its own end. */
function outcome({ session }: Wrist): unknown[] {
  const { outcome, activeSeconds, items } = session!.record();
  return [outcome, activeSeconds, items.map(({ sets }) => sets)];
}

const FULL = ["completed", 80.5, [2, 1, 1]];

describe.each([
  ["display off", false],
  ["display on", true],
])("with the %s, a clock set while a session runs", (_, display) => {
  const moment = fc.integer({ min: 0, max: 80400 }).map((ms) => ms / 1000);

  function played(at: number, by: number, steady: boolean): Wrist {
    const watch = Object.assign(wrist(), { display, steady });
    watch.start().wait(at);
    watch.shift += by * 1000;
    return watch.finish();
  }

  test("back, by a second or a day, moves no cue", () => {
    const by = fc.constantFrom(-1, -20, -HOUR, -DAY);
    check(
      fc.property(moment, by, fc.boolean(), (at, back, steady) => {
        expect(played(at, back, steady).felt).toEqual(UNDISTURBED);
      }),
      100,
    );
  });

  test("forward, by an hour or a day, moves no cue where the Exercise API runs", () => {
    const by = fc.constantFrom(HOUR, DAY);
    check(
      fc.property(moment, by, (at, ahead) => {
        expect(played(at, ahead, true).felt).toEqual(UNDISTURBED);
      }),
      100,
    );
  });

  test("forward, without the Exercise API, pauses the session until asked to go on", () => {
    const by = fc.constantFrom(HOUR, DAY);
    check(
      fc.property(moment, by, (at, ahead) => {
        const watch = played(at, ahead, false);
        expect(watch.session!.status).toBe("paused");
        expect(watch.felt.pop()!.slice(1)).toEqual(["pause"]);
        expect(UNDISTURBED.slice(0, watch.felt.length)).toEqual(watch.felt);
        watch.tap("resume");
        expect(outcome(watch.finish())).toEqual(FULL);
      }),
      60,
    );
  });
});

describe("a watch that sleeps through a timer", () => {
  test("by up to five seconds goes on as if nothing had been", () => {
    const watch = wrist().start().wait(23.5).sleep(6.4);
    expect(watch.session!.status).toBe("running");
    const later = UNDISTURBED.filter(([at]) => at > 29900);
    const felt = watch.finish().felt.filter(([at]) => at > 29900);
    expect(felt).toEqual(later);
  });

  test("for longer is paused where it was, and counts the sleep as pause", () => {
    const watch = wrist().start().wait(62).sleep(600);
    const session = watch.session!;
    expect(session.status).toBe("paused");
    // Nothing was due between the beginning of the plank and its middle.
    session.read(662000);
    expect(session.left).toBe(20500);
    watch.wait(10).tap("resume");
    expect(outcome(watch.finish())).toEqual(FULL);
    expect(watch.session!.record().pausedSeconds).toBe(612);
  });

  test("and is tapped then does only what is still meant", () => {
    const asleep = () => {
      const watch = wrist().start().wait(62);
      watch.late = () => Infinity;
      watch.tap("start");
      return watch.sleep(600);
    };
    const skipped = asleep();
    expect(skipped.tap("skip")).toBe(false);
    expect(skipped.session!.status).toBe("paused");
    expect(skipped.session!.phase).toBe("hold");
    const paused = asleep();
    expect(paused.tap("pause")).toBe(true);
    expect(paused.session!.status).toBe("paused");
    expect(paused.tap("skip")).toBe(true);
  });
});

describe("what a session keeps", () => {
  test("a record of all that was done, with what the watch measured", () => {
    const watch = wrist().start().wait(62);
    watch.tap("pause");
    watch.wait(2 * HOUR).tap("resume");
    watch.finish();
    const heartRate = { average: 101, max: 133 };
    const record = watch.session!.record([101, 133, 54]);
    expect(record).toMatchObject({
      ...{ version: 3, id: "tlpwu8-0000", routine: "Runner's Core" },
      ...{ start: EPOCH / 1000, offset: 60, outcome: "completed" },
      ...{ activeSeconds: 80.5, pausedSeconds: 7200, heartRate, calories: 54 },
    });
    const done = record.items.map(({ reps, holdSeconds }) => [
      reps,
      holdSeconds,
    ]);
    expect(done).toEqual([
      [[4], [6]],
      [
        [0, 0],
        [5, 5],
      ],
      [[0], [20.5]],
    ]);
  });

  test("one that was ended says so, and one that was saved after a crash", () => {
    const watch = wrist().start().wait(62);
    watch.tap("end");
    expect(watch.session!.record().outcome).toBe("ended");
    expect(watch.session!.record(undefined, true).outcome).toBe("recovered");
  });

  test("the journal notes what changes and nothing else", () => {
    const watch = Object.assign(wrist(), { display: true }).start().wait(17);
    const note = () =>
      watch.entries.map(({ kind, at }) => at / 1000 + " " + kind);
    const before = ["0 start", "5 mark", "10.5 mark", "16 mark"];
    expect(note()).toEqual(before);
    watch.tap("resume");
    watch.tap("start");
    expect(note()).toEqual(before);
    watch.tap("skip");
    watch.wait(7).tap("pause");
    expect(note().slice(4)).toEqual(["17 skip", "22.5 mark", "24 pause"]);
  });
});
