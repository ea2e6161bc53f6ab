import fc from "fast-check";
import { defaultRoutine } from "../../common/default-routine";
import { ItemRecord, total } from "../../common/record";
import { Routine } from "../../common/routine";
import { check } from "../builders/check";
import { SessionModel, TICK } from "../../verification/faults/session-model";
import { anyPlan, shortRoutine } from "../../verification/builders/routines";
import { Script, anyScript } from "../builders/scripts";
import { wristWith } from "../builders/wrist";

const DAY = 86400000;

const PLANS = anyPlan({ items: 3, sets: 2, reps: 3, seconds: 24 });

/** What the record says of a routine that was done as planned. */
function everything(routine: Routine): ItemRecord[] {
  return modelAt(routine, [], Infinity).items();
}

/** A model left alone but for these commands, at that time. */
function modelAt(routine: Routine, commands: Script, ms: number): SessionModel {
  const model = new SessionModel(routine);
  model.command("start");
  const ticks = (count: number) => {
    while (count-- > 0 && model.status !== "finished") model.tick();
  };
  let now = 0;
  for (const [at, command] of commands) {
    ticks(at - now);
    now = at;
    model.command(command);
  }
  ticks(ms / TICK - now);
  return model;
}

/** Fails when more than a rep or ten seconds of holding a kill got lost. */
function expectNear(found: ItemRecord[], truth: ItemRecord[], kills = 1): void {
  const sum = (items: ItemRecord[], field: "reps" | "holdSeconds") =>
    total(items.map((item) => total(item[field])));
  const reps = sum(truth, "reps") - sum(found, "reps");
  const held = sum(truth, "holdSeconds") - sum(found, "holdSeconds");
  if (reps < 0 || reps > kills || held < 0 || held > 10 * kills) {
    expect({ found, lost: { reps, held } }).toEqual({ truth });
  }
}

describe("a watch that dies in a session", () => {
  test("at any second of the default one, goes on and ends with the full record", () => {
    const routine = defaultRoutine();
    const all = everything(routine);
    for (let second = 1; second < 1153; second++) {
      const watch = wristWith(routine).start().wait(second).kill();
      watch.wait(20).launch().wait(5).goOn().finish();
      const { outcome, items } = watch.session!.record();
      expect([second, outcome]).toEqual([second, "completed"]);
      expect(items).toEqual(all);
    }
  });

  test("at any quarter second, is right to one rep or ten seconds of a hold", () => {
    const routine = shortRoutine();
    for (let at = TICK; at < 80500; at += TICK) {
      const watch = wristWith(routine)
        .start()
        .wait(at / 1000)
        .kill();
      const truth = modelAt(routine, [], at);
      truth.command("end");
      const { outcome, items } = watch.wait(3600).saved();
      expect(outcome).toBe("recovered");
      expectNear(items, truth.items());
    }
  });

  test("again and again, with the journal torn each time, still ends with the full record", () => {
    const kill = fc.tuple(
      fc.integer({ min: 1, max: 400 }),
      fc.integer({ min: 0, max: 7 }),
    );
    check(
      fc.property(PLANS, fc.array(kill, { maxLength: 6 }), (plan, kills) => {
        const watch = wristWith(plan).start();
        for (const [ticks, torn] of kills) {
          watch.wait((ticks * TICK) / 1000);
          if (watch.journal.length > 16) watch.kill(torn).launch().goOn();
        }
        const { outcome, items } = watch.finish().session!.record();
        expect(outcome).toBe("completed");
        expect(items).toEqual(everything(plan));
      }),
      150,
    );
  });

  test("at any byte of its journal, is where the journal ends", () => {
    const routine = shortRoutine();
    const script: Script = [
      [30, "skip"],
      [70, "previous"],
      [120, "pause"],
      [150, "resume"],
      [170, "more-rest"],
      [330, "skip"],
      [340, "restart"],
    ];
    const watch = wristWith(routine).start();
    for (const [tick, command] of script) {
      watch.wait((tick * TICK - watch.real) / 1000);
      expect(watch.tap(command)).toBe(true);
    }
    const { journal } = watch.finish();
    for (let length = 8; length <= journal.length; length++) {
      watch.kill();
      watch.journal = journal.slice(0, length);
      const { entries } = watch;
      const { at } = entries[entries.length - 1]!;
      const done = entries.filter(({ kind }) => kind !== "mark").length - 1;
      const truth = modelAt(routine, script.slice(0, done), at);
      truth.command("end");
      expect(watch.saved().items).toEqual(truth.items());
    }
  });

  test("whatever the runner did before and after, keeps count of it", () => {
    const deaths = fc.array(fc.integer({ min: 1, max: 29 }), { maxLength: 4 });
    check(
      fc.property(PLANS, anyScript, deaths, (plan, script, dies) => {
        const watch = wristWith(plan).start();
        const model = new SessionModel(plan);
        model.command("start");
        let kills = 0;
        script.slice(1).forEach(([ticks, command], turn) => {
          watch.wait((ticks * TICK) / 1000);
          for (let i = 0; i < ticks; i++) model.tick();
          if (!dies.includes(turn)) {
            expect(watch.tap(command)).toBe(model.command(command));
            return;
          }
          kills++;
          watch.kill().launch().goOn();
          model.command("pause");
          model.command("restart");
          model.command("resume");
          expectNear(watch.saved().items, model.items(), kills);
        });
        const { phase, items } = watch.session!;
        expect(phase).toBe(model.phase);
        expectNear(items, model.items(), kills);
      }),
      500,
    );
  });
});

describe("the time that a watch was dead", () => {
  function pausedSeconds(away: number, shift: number): number {
    const watch = wristWith(shortRoutine()).start().wait(62).kill();
    watch.shift = shift * 1000;
    watch.wait(away).launch().goOn().finish();
    expect(watch.session!.record().outcome).toBe("completed");
    return watch.session!.record().pausedSeconds;
  }

  test("counts as pause", () => {
    // From the last mark, at 60 s, to the launch at 662 s.
    expect(pausedSeconds(600, 0)).toBe(602);
  });

  test("counts for nothing when the clock makes no sense of it", () => {
    expect(pausedSeconds(600, -7200)).toBe(0);
    expect(pausedSeconds(600, 400 * 86400)).toBe(0);
  });
});

describe("failures noted in the journal", () => {
  const seconds = fc.integer({ min: 1, max: 79 });

  test("change nothing of what is found after a death, and of what comes then", () => {
    check(
      fc.property(
        fc.array(seconds),
        seconds,
        fc.boolean(),
        (at, death, back) => {
          const watches = [[], at].map((faults) => {
            const watch = wristWith(shortRoutine()).start();
            for (let second = 1; second <= death; second++) {
              watch.wait(1);
              if (faults.includes(second)) watch.fail();
            }
            // A clock that was set back leaves session time where it was.
            watch.shift = back ? -DAY : 0;
            watch.kill().wait(5).launch();
            const found = watch.saved();
            return [found, watch.goOn().wait(9).kill().launch().saved()];
          });
          expect(watches[1]).toEqual(watches[0]);
        },
      ),
      100,
    );
  });
});

test("a session that had finished when the watch died is found finished", () => {
  const watch = wristWith(shortRoutine()).start().finish().kill().launch();
  const session = watch.session!;
  expect([session.status, session.completed]).toEqual(["finished", true]);
  expect(watch.session!.record().activeSeconds).toBe(80.5);
});

test("a watch that died before its first entry has nothing to go on with", () => {
  const watch = wristWith(shortRoutine()).start().kill(1).launch();
  expect(watch.session!.begun).toBe(false);
  expect(watch.tap("resume")).toBe(false);
});
