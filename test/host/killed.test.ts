import { defaultRoutine } from "../../common/default-routine";
import type { ItemRecord } from "../../common/record";
import type { WatchState } from "fitbit-simulator";
import { stepsOf } from "../../verification/faults/session-steps";
import {
  type Wearer,
  afterDeath,
  deathLeaves,
  inSession,
} from "../support/host";
import { disposeWorlds } from "fitbit-simulator/testing";

afterEach(disposeWorlds);

const START = 1;
const BEGUN = 11;
const END = 1154;

/** A death at a moment of the default session, and what it left. */
interface Death {
  at: number;
  died: Wearer;
  left: WatchState;
}

/** Every so many seconds of the session, then at moments picked by chance. */
function moments(): number[] {
  const list: number[] = [];
  for (let at = BEGUN + 0.5; at < END; at += 6) list.push(at);
  // Close behind a write, where it is torn, and anywhere.
  for (let i = 0; i < 30; i++) {
    list.push(BEGUN + 0.03 + ((i * 29) % 1142));
    list.push(BEGUN + ((i * 7919.777) % 1142));
  }
  return list.sort((a, b) => a - b);
}

/** Plays one session and dies, as it were, at each of the moments. */
async function deaths(at: number[]): Promise<Death[]> {
  const died = await inSession(undefined, { display: "off" });
  return at.map((moment) => {
    died.until(moment);
    return { at: died.now, died, left: deathLeaves(died.world) };
  });
}

/** The same watch, switched on 20 s later. */
async function switchedOn({ at, died, left }: Death): Promise<Wearer> {
  const lag = died.now - at;
  return afterDeath(died, left, 20 - lag);
}

const FULL = [
  { exercise: "hip-raise", sets: 3, reps: [45], holdSeconds: [225] },
  { exercise: "reverse-hip-raise", sets: 3, reps: [45], holdSeconds: [90] },
  { exercise: "plank", sets: 1, reps: [0], holdSeconds: [60] },
  { exercise: "side-plank", sets: 1, reps: [0, 0], holdSeconds: [60, 60] },
  { exercise: "cobra", sets: 3, reps: [0], holdSeconds: [90] },
].map((item) => ({ ...item, name: "", skipped: false }));

/** Reps and seconds held of each item until then, as a clock on the wall has it. */
function truth(at: number): { reps: number; hold: number }[] {
  const plan = defaultRoutine();
  const items = plan.items.map(() => ({ reps: 0, hold: 0 }));
  let start = START;
  for (const { phase, item, seconds } of stepsOf(plan)) {
    const end = start + seconds;
    const done = items[item];
    if (phase === "hold") {
      done!.hold += Math.max(0, Math.min(end, at) - start);
    }
    if (phase === "lower" && end <= at) done!.reps++;
    start = end;
  }
  return items;
}

function sum(list: number[]): number {
  return list.reduce((total, n) => total + n, 0);
}

describe("killed at any second and switched on 20 s later", () => {
  let all: Death[];
  beforeAll(async () => {
    all = await deaths(moments());
  });

  test("resume: one completed session, the interrupted set counted once", async () => {
    for (const death of all) {
      const wearer = await switchedOn(death);
      expect([death.at, wearer.screen]).toEqual([death.at, "resume"]);
      wearer.taps("resume-session").watch.setDisplay(false);
      wearer.until(1300);
      const { record, faults } = wearer;
      expect({ at: death.at, faults, ...record }).toMatchObject({
        at: death.at,
        faults: [],
        outcome: "completed",
        items: FULL,
      });
      // At most a whole set is done again, and got ready for.
      expect(record.activeSeconds).toBeGreaterThanOrEqual(1153);
      expect(record.activeSeconds).toBeLessThanOrEqual(1153 + 135 + 10);
      expect(record.pausedSeconds).toBeGreaterThanOrEqual(20);
      // A rest of 30 s leaves no marks: what passed of it counts as away.
      expect(record.pausedSeconds).toBeLessThanOrEqual(20 + 30 + 0.1);
      disposeWorlds();
    }
  }, 60000);

  test("save: right to one rep or ten seconds of a hold", async () => {
    for (const death of all) {
      const wearer = await switchedOn(death);
      wearer.taps("save-session").waits(5);
      const { at } = death;
      const real = truth(at);
      // Before the first rep there is nothing to save.
      if (!wearer.sent.length) {
        expect(sum(real.map(({ reps }) => reps))).toBeLessThanOrEqual(1);
        expect(sum(real.map(({ hold }) => hold))).toBeLessThanOrEqual(10.1);
        disposeWorlds();
        continue;
      }
      const { record, faults } = wearer;
      expect({ at, faults, ...record }).toMatchObject({
        at,
        faults: [],
        outcome: "recovered",
      });
      const wrong = record.items.filter((item: ItemRecord, i) => {
        const reps = real[i]!.reps - sum(item.reps);
        const hold = real[i]!.hold - sum(item.holdSeconds);
        return reps < 0 || reps > 1 || hold < 0 || hold > 10.1;
      });
      expect({ at, wrong }).toEqual({ at, wrong: [] });
      disposeWorlds();
    }
  }, 60000);

  test("discard: nothing is left, nothing is sent", async () => {
    for (const death of all.filter((_, i) => i % 8 === 0)) {
      const wearer = await switchedOn(death);
      wearer.taps("discard-session");
      expect(wearer.screen).toBe("index");
      wearer.waits(5);
      expect(wearer.files).not.toContain("plan");
      expect(wearer.files).not.toContain("journal");
      expect(wearer.dies().screen).toBe("index");
      expect(wearer.sent).toEqual([]);
      expect(wearer.faults).toEqual([]);
      disposeWorlds();
    }
  });
});
