import { Entry } from "../../app/session/journal";
import { Kind } from "../../app/session/session";
import { shortRoutine } from "../../verification/builders/routines";
import { type Wearer, wearer } from "../support/host";
import { END, PLANK, REST, SET1, SET2 } from "../support/short-session";
import { SYSTEM_BYTES } from "fitbit-simulator";
import { disposeWorlds } from "fitbit-simulator/testing";

afterEach(disposeWorlds);

/** A part of the system that fails so many times, as the simulator names it. */
type Broken = readonly [op: string, times?: number];

/** A short session that has just started; from then on the part fails. */
async function started(...[op, times]: Broken): Promise<Wearer> {
  const made = (await wearer()).getsRoutine(shortRoutine());
  made.watch.launch();
  made.until(1);
  made.world.faults.app.breakCall(op, times);
  return made.taps("start");
}

/** The same with nothing broken, played until then. */
async function sound(until: number): Promise<Wearer> {
  return (await started("", 0)).until(until);
}

/** What the entries of the journal on file are. */
function kinds(made: Wearer): Kind[] {
  const journal = made.watch.files.get("journal")!;
  return [...journal].filter((_byte, place) => place % Entry.Bytes === 0);
}

/** What was done, beside what the watch measured. */
function done({ record }: Wearer): unknown {
  const { outcome, activeSeconds, items } = record;
  return { outcome, activeSeconds, items };
}

/** How often something failed, as the log has it. */
function failures(made: Wearer, op: string): number {
  return made.faults.filter((fault) => fault.includes(op + " is broken"))
    .length;
}

describe("a part of the system that fails through a whole session", () => {
  test.each([
    ["view.set", "the screen's texts"],
    ["view.byId", "its elements"],
    ["view.replace", "its views"],
    ["gettext", "its words"],
    ["display.poke", "lighting the display"],
    ["display.set", "keeping it on"],
    ["app.set", "keeping the app open"],
    ["exercise.do", "the activity log"],
    ["permission", "the permissions"],
  ])(
    "%s (%s): every cue comes on time, and the journal has a note",
    async (op) => {
      const made = (await started(op)).until(END - 0.5);
      const journal = kinds(made);
      const noted = journal.filter((kind) => kind === Kind.Fault);
      expect(noted.length).toBe(Math.min(failures(made, op), 3));
      expect(noted.length).toBeGreaterThan(0);
      const undisturbed = await sound(END - 0.5);
      expect(journal.filter((kind) => kind !== Kind.Fault)).toEqual(
        kinds(undisturbed),
      );
      made.until(END + 5);
      undisturbed.until(END + 5);
      expect(made.felt()).toEqual(undisturbed.felt());
      expect(done(made)).toEqual(done(undisturbed));
      expect(made.watch.running).toBe(true);
    },
  );

  test("the sums of the activity log: they are missing from the record", async () => {
    const made = (await started("exercise.stats")).until(END + 5);
    const undisturbed = await sound(END + 5);
    expect(made.felt()).toEqual(undisturbed.felt());
    expect(made.record).toEqual({
      ...undisturbed.record,
      heartRate: undefined,
      calories: undefined,
    });
  });

  test.each(["fs.open", "fs.writeAt", "fs.close"])(
    "the journal (%s): every cue comes on time, and the record is whole",
    async (op) => {
      const made = (await started(op)).until(END + 5);
      const undisturbed = await sound(END + 5);
      expect(made.felt()).toEqual(undisturbed.felt());
      expect(made.record).toEqual(undisturbed.record);
    },
  );
});

describe("a part of the system that fails a few times", () => {
  test("the motor: the next pulse is felt, and those to come are on time", async () => {
    const made = (await started("vibrate", 0)).until(SET1 + 1);
    made.world.faults.app.breakCall("vibrate", 2);
    made.until(END + 5);
    const undisturbed = (await sound(END + 5)).felt();
    const missed = undisturbed.findIndex(({ at }) => at > (SET1 + 1) * 1000);
    undisturbed.splice(missed, 2);
    expect(made.felt()).toEqual(undisturbed);
    expect(failures(made, "vibrate")).toBe(2);
  });

  test("the motor in a cue of several pulses: the others of it are felt", async () => {
    const made = (await started("vibrate", 0)).until(END - 0.5);
    made.world.faults.app.breakCall("vibrate", 1);
    made.until(END + 5);
    const undisturbed = (await sound(END + 5)).felt(END - 0.5);
    expect(made.felt(END - 0.5)).toEqual(undisturbed.slice(1));
  });

  test("stopping the motor: a pause holds all the same", async () => {
    const made = (await started("vibrate.stop")).until(PLANK + 4);
    made
      .taps("pause")
      .waits(30)
      .taps("resume")
      .until(END + 35);
    expect(made.record).toMatchObject({
      outcome: "completed",
      activeSeconds: 80.5,
      pausedSeconds: 30,
    });
  });

  test("the screen: it shows the session again as soon as it can", async () => {
    const made = (await started("view.replace", 3)).until(REST + 1.5);
    expect(made.screen).toBe("rest");
    expect(made.sees).toMatchObject((await sound(REST + 1.5)).sees);
  });
});

test("a watch that is short of memory: the session is the same", async () => {
  const played = async (watchHeapBytes: number) => {
    const made = (await wearer({ watchHeapBytes })).getsRoutine(shortRoutine());
    made.watch.launch();
    return made
      .until(1)
      .taps("start")
      .until(END + 5);
  };
  const undisturbed = await played(128 * 1024);
  const { peak } = undisturbed.watch.memory();
  // The system speaks of high pressure from three quarters on, its own part included.
  const tight = await played((SYSTEM_BYTES + peak) / 0.85);
  expect(tight.felt()).toEqual(undisturbed.felt());
  expect(tight.record).toEqual(undisturbed.record);
  expect(tight.sees).toEqual(undisturbed.sees);
  expect(tight.faults).toEqual([]);
});

describe("a journal that cannot be written for a while", () => {
  test("has every command once it can, and death finds the session where it was", async () => {
    const made = (await started("fs.writeAt", 0)).until(SET2 + 1);
    made.world.faults.app.breakCall("fs.writeAt");
    made.taps("pause").waits(5).taps("resume").waits(1);
    made.taps("skip").waits(1);
    made.world.faults.app.breakCall("fs.writeAt", 0);
    made.until(PLANK);
    expect(kinds(made).filter((kind) => kind !== Kind.Mark)).toEqual([
      Kind.Start,
      Kind.Pause,
      Kind.Resume,
      Kind.Skip,
    ]);
    expect(made.dies().screen).toBe("resume");
    expect(made.sees["detail"]).toContain("Front plank");
    made.taps("resume-session").until(PLANK + 60);
    expect(made.record).toMatchObject({ outcome: "ended" });
    expect(made.record.items.map(({ sets }) => sets)).toEqual([1, 1, 1]);
  });

  test("from its very first entry begins when it can", async () => {
    const made = (await started("fs.open", 3)).until(SET2 + 1);
    expect(kinds(made).slice(0, 2)).toEqual([Kind.Start, Kind.Mark]);
    expect(made.dies().screen).toBe("resume");
  });
});
