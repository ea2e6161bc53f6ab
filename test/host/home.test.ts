import { shortRoutine } from "../../verification/builders/routines";
import { Routine } from "../../common/routine";
import { type Wearer, atHome, wearer } from "../support/host";
import { END, short } from "../support/short-session";
import { disposeWorlds } from "fitbit-simulator/testing";

const DAY = 86400;
const ROW = 84;

afterEach(disposeWorlds);

/** A number that stands on an element of the open view. */
function at(made: Wearer, id: string, name: string): number {
  return Number(made.watch.tree!.byId(id)!.get(name));
}

function touchesRow(made: Wearer, row: number): Wearer {
  const y = ROW * row + ROW / 2;
  made.watch.touch("down", 168, y);
  made.watch.touch("up", 168, y);
  return made;
}

/** Does the short session from home to home. */
function does(made: Wearer): Wearer {
  return made.taps("start").waits(END).taps("done").waits(1);
}

async function homeWith(routine = shortRoutine()): Promise<Wearer> {
  const made = await wearer();
  made.getsRoutine(routine).watch.launch();
  return made.waits(1);
}

describe("before the first session", () => {
  test("home leads to the cues, and then to the list", async () => {
    const made = await atHome();
    expect(made.sees).toMatchObject({ last: "Feel the cues", count: "0/3" });
    made.taps("today").waits(1);
    expect(made.screen).toBe("cue-demo");
    made.swipesBack();
    expect(made.screen).toBe("index");
    expect(made.sees["last"]).toBeUndefined();
    expect(made.taps("today").waits(1).screen).toBe("today");
    expect(made.swipesBack().screen).toBe("index");
    expect(made.faults).toEqual([]);
  });

  test("every cue is felt with its meaning, one after the other", async () => {
    const made = await atHome();
    made.taps("today");
    const from = made.now;
    const meanings: string[] = [];
    for (let i = 0; i < 11; i++) {
      made.until(from + i * 3 + 2);
      expect(made.sees["step"]).toBe(`${i + 1}/11`);
      meanings.push(made.sees["meaning"]!);
    }
    expect(meanings[3]).toBe("Nudge: down");
    expect(new Set(meanings).size).toBe(11);
    made.waits(3);
    expect(made.screen).toBe("index");
    const felt = made.felt(from).map(({ pattern }) => pattern);
    expect(felt.slice(0, 4)).toEqual(["bump", "nudge-max", "bump", "nudge"]);
    expect(felt).toHaveLength(17);
    expect(made.waits(60).felt(from)).toHaveLength(17);
  });

  test("the display stays on to the last cue, and then goes off again", async () => {
    const made = await wearer({ display: "auto" });
    made.watch.launch();
    made.until(1).taps("today");
    for (let i = 0; i < 32; i++) {
      made.waits(1);
      expect(made.watch.display.on).toBe(true);
    }
    expect(made.screen).toBe("cue-demo");
    expect(made.waits(30).watch.display.on).toBe(false);
  });

  test("start in the middle of the cues is not to be had; done goes home", async () => {
    const made = await atHome();
    made.taps("today").waits(4).taps("done");
    const felt = made.felt().length;
    expect(made.screen).toBe("index");
    expect(made.waits(20).felt()).toHaveLength(felt);
  });
});

describe("what is left out for today", () => {
  test("is not in the session, stays out after a death, and is back tomorrow", async () => {
    const made = does(await homeWith());
    made.taps("today").waits(1);
    touchesRow(made, 0).swipesBack();
    expect(made.sees["minutes"]).toBe("1");
    made.waits(1).dies().waits(1);
    does(made);
    const newest = (): string[] =>
      made.sent[made.sent.length - 1]!.items.map(({ exercise }) => exercise);
    expect(newest()).toEqual(["side-plank", "plank"]);
    made.world.faults.jumpClock(DAY * 1000);
    does(made.dies().waits(1));
    expect(newest()).toEqual(["hip-raise", "side-plank", "plank"]);
    expect(made.faults).toEqual([]);
  });

  test("can be taken in again", async () => {
    const made = does(await homeWith());
    made.taps("today").waits(1);
    touchesRow(touchesRow(made, 1), 1).swipesBack();
    does(made);
    expect(made.sent[1]!.items).toHaveLength(3);
  });

  test("never is all there is", async () => {
    const made = does(await homeWith());
    made.taps("today").waits(1);
    for (const row of [0, 1, 2]) touchesRow(made, row);
    does(made.swipesBack());
    expect(made.sent[1]!.items.map(({ exercise }) => exercise)).toEqual([
      "plank",
    ]);
  });

  /** Leaves the first exercise out; then another version of the routine comes. */
  async function leftOutOf(next: Partial<Routine>): Promise<string[]> {
    const made = does(await homeWith());
    made.taps("today").waits(1);
    touchesRow(made, 0).swipesBack().waits(3);
    made.world.faults.app.kill();
    const revision = 900;
    made.getsRoutine(shortRoutine({ ...next, revision })).watch.launch();
    does(made.waits(1));
    expect(made.faults).toEqual([]);
    return made.sent.at(-1)!.items.map(({ exercise }) => exercise);
  }

  test("stays out when something else of the routine changes", async () => {
    const preferences = { ...shortRoutine().preferences, halfway: false };
    expect(await leftOutOf({ preferences, goal: 5 })).toEqual([
      "side-plank",
      "plank",
    ]);
  });

  test("stays out when the exercises change places, or their dose", async () => {
    const [hips, side, plank] = shortRoutine().items;
    const items = [plank!, { ...hips!, sets: 1 }, side!];
    expect(await leftOutOf({ items })).toEqual(["plank", "side-plank"]);
  });

  test("is done after all when nothing else is left", async () => {
    const items = shortRoutine().items.slice(0, 1);
    expect(await leftOutOf({ items })).toEqual(["hip-raise"]);
  });

  test("is back on the same day a year later", async () => {
    const made = does(await homeWith());
    made.taps("today").waits(1);
    touchesRow(made, 0).swipesBack().waits(3);
    made.world.faults.jumpClock(365 * DAY * 1000);
    does(made.dies().waits(1));
    expect(made.sent.at(-1)!.items).toHaveLength(3);
  });

  test("an exercise left out on the phone is not in the list", async () => {
    const items = [...shortRoutine().items];
    items[0] = { ...items[0]!, included: false };
    const made = does(await homeWith(shortRoutine({ items })));
    made.taps("today").waits(1);
    expect(made.sees["name"]).toBeDefined();
    expect(JSON.stringify(made.sees)).not.toContain('"Hip raise"');
  });
});

describe("the week", () => {
  test("fills with each session, and is empty on the next Monday", async () => {
    const made = await homeWith(shortRoutine({ goal: 2 }));
    expect(made.sees["count"]).toBe("0/2");
    does(made);
    expect(made.sees["count"]).toBe("1/2");
    expect(at(made, "ring", "sweep-angle")).toBe(180);
    does(does(made));
    expect(made.sees["count"]).toBe("3/2");
    expect(at(made, "ring", "sweep-angle")).toBe(360);
    made.world.faults.jumpClock(7 * DAY * 1000);
    expect(made.dies().waits(1).sees["count"]).toBe("0/2");
  });

  test("a session whose end is told twice counts once", async () => {
    const made = await short(END + 1);
    expect(made.screen).toBe("summary");
    made.dies().waits(1);
    expect(made.sees["count"]).toBe("1/3");
  });

  test("the summary's ring grows to what is reached", async () => {
    const made = (await short(END - 1)).until(END + 0.1);
    expect(made.screen).toBe("summary");
    const soon = at(made, "ring", "sweep-angle");
    const later = at(made.waits(2), "ring", "sweep-angle");
    expect(soon).toBeLessThan(later);
    expect(later).toBe(120);
  });
});
