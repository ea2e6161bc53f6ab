import { shortRoutine } from "../../verification/builders/routines";
import { type Wearer, inSession } from "../support/host";
import { disposeWorlds } from "fitbit-simulator/testing";

afterEach(disposeWorlds);

/** The short session begins its first set at second 6 and ends at 81.5. */
const END = 81.5;
/** What a death leaves of a write is chance: each is tried with several. */
const SEEDS = [1, 2, 3, 4];

/** What the wearer does while the watch dies; a dead watch takes no taps. */
interface Situation {
  first(wearer: Wearer): unknown;
  then(wearer: Wearer): unknown;
  /** Sets that the record may tell of in the end. */
  sets: number[][];
}

function taps(...ids: string[]): (wearer: Wearer) => void {
  return ({ watch }) => ids.forEach((id) => watch.tap(id));
}

function at(seconds: number): Situation["first"] {
  return (wearer) => wearer.until(seconds);
}

/** The watch has died in the first rest; the session is offered. */
function offered(wearer: Wearer): void {
  wearer.until(20).dies();
}

const FULL = [[2, 1, 1]];
const HALF = [[1, 0, 0]];

const SITUATIONS: Record<string, Situation> = {
  "at the first rep": { first: at(8), then: (w) => w.waits(10), sets: FULL },
  "in a hold": { first: at(56), then: (w) => w.waits(24), sets: FULL },
  "at a pause": {
    first: at(50),
    then: taps("pause", "skip", "resume"),
    sets: [...FULL, [2, 0, 1]],
  },
  "at the finish": {
    first: at(END - 0.5),
    then: (w) => w.waits(1),
    sets: FULL,
  },
  "after the finish": { first: at(END + 3), then: taps("done"), sets: FULL },
  "when ended": {
    first: at(20),
    then: taps("pause", "end", "confirm-end"),
    sets: [...FULL, ...HALF],
  },
  "when resumed": {
    first: offered,
    then: taps("resume-session"),
    sets: FULL,
  },
  "when saved": {
    first: offered,
    then: taps("save-session", "done"),
    sets: [...FULL, ...HALF],
  },
};

/** Plays out whatever is offered, and goes back home. */
function carriesOn(wearer: Wearer): void {
  wearer.world.faults.app.kill();
  wearer.waits(20).watch.launch();
  if (wearer.screen === "resume") {
    wearer.taps("resume-session").waits(100).taps("done");
  }
  wearer.waits(5);
}

/**
 * Dies in each change of a file that the situation makes, one after the other,
 * with several dice; `check` judges what came of it.
 */
async function diesInEach(
  { first, then }: Situation,
  check: (wearer: Wearer) => void,
): Promise<void> {
  for (let n = 1; ; n++) {
    let deaths = 0;
    for (const seed of SEEDS) {
      const wearer = await inSession(shortRoutine(), { seed });
      first(wearer);
      wearer.world.faults.app.killAtFileChange(n);
      then(wearer);
      if (!wearer.watch.running) deaths++;
      wearer.world.faults.app.killAtFileChange(0);
      try {
        check(wearer);
      } catch (error) {
        throw new Error(`in change ${n}, seed ${seed}`, { cause: error });
      }
      disposeWorlds();
    }
    if (!deaths) {
      expect(n).toBeGreaterThan(1);
      return;
    }
  }
}

describe("killed in the middle of a write", () => {
  test.each(Object.entries(SITUATIONS))(
    "%s, nothing is lost or counted twice",
    async (_where, situation) => {
      await diesInEach(situation, (wearer) => {
        carriesOn(wearer);
        expect(wearer.screen).toBe("index");
        // Once more: what was still being settled comes to its end.
        wearer.dies().waits(5);
        expect(wearer.screen).toBe("index");
        expect(wearer.faults).toEqual([]);
        expect(new Set(wearer.sent.map(({ id }) => id)).size).toBe(1);
        const { outcome, items } = wearer.sent[wearer.sent.length - 1]!;
        const sets = items.map((item) => item.sets);
        expect(situation.sets).toContainEqual(sets);
        expect(outcome === "completed").toBe(`${sets}` === `${FULL[0]}`);
      });
    },
    60000,
  );

  test("when discarded, it is offered again or gone for good", async () => {
    const discarded: Situation = {
      first: offered,
      then: taps("discard-session"),
      sets: [],
    };
    await diesInEach(discarded, (wearer) => {
      wearer.world.faults.app.kill();
      wearer.waits(20).watch.launch();
      if (wearer.screen === "resume") wearer.taps("discard-session");
      expect(wearer.screen).toBe("index");
      expect(wearer.waits(5).dies().screen).toBe("index");
      expect(wearer.files).not.toContain("plan");
      expect(wearer.sent).toEqual([]);
      expect(wearer.faults).toEqual([]);
    });
  });

  test("at the start, there is no offer, and the next start is a good one", async () => {
    await diesInEach(
      { first: at(END + 5), then: taps("done", "start"), sets: FULL },
      (wearer) => {
        wearer.world.faults.app.kill();
        wearer.waits(20).watch.launch();
        expect(wearer.screen).toBe("index");
        wearer.taps("start").waits(100).taps("done").waits(5);
        expect(wearer.screen).toBe("index");
        const ids = new Set(wearer.sent.map(({ id }) => id));
        expect(ids.size).toBe(2);
        expect(wearer.sent.map(({ outcome }) => outcome)).toEqual(
          wearer.sent.map(() => "completed"),
        );
        expect(wearer.faults).toEqual([]);
      },
    );
  }, 60000);
});
