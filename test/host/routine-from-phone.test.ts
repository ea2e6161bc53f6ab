import { anItem, shortRoutine } from "../../verification/builders/routines";
import { noise } from "../support/noise";
import {
  ROUTINE_FILE,
  WATCH_FILE,
  type WatchReport,
  unpackWatch,
} from "../../common/wire/link";
import { packRoutine } from "../../common/wire/routine";
import { type Wearer, atHome, inSession, wearer } from "../support/host";
import { encodeCbor } from "fitbit-simulator";
import { readCbor } from "../../verification/cbor";
import { disposeWorlds } from "fitbit-simulator/testing";

afterEach(disposeWorlds);

const LATER = shortRoutine({
  revision: 7,
  name: "Two planks",
  items: [anItem("plank", { hold: 30 }), anItem("side-plank", { hold: 20 })],
});

/** A file reaches the watch from the phone while the app may run. */
function arrives(wearer: Wearer, name: string, data: Uint8Array): void {
  wearer.world.faults.enqueue({ to: "watch", name, data });
  wearer.waits(3 + data.length / 15000);
}

const PACKED = encodeCbor(packRoutine(LATER));

/** The newest state that the watch told the phone. */
function told({ world }: Wearer): WatchReport | undefined {
  const states = world.phone.received.filter(({ name }) => name === WATCH_FILE);
  const newest = states[states.length - 1];
  const state = unpackWatch(newest && readCbor(newest.data)?.value);
  return state.ok ? state.value : undefined;
}

describe("a routine from the phone", () => {
  test("that came before the launch stands on the home screen", async () => {
    const made = await wearer();
    made.getsRoutine(LATER).watch.launch();
    expect(made.sees).toMatchObject({
      routine: "Two planks",
      minutes: "1",
    });
    expect(made.sees["notice"]).toBeUndefined();
    expect(made.files).not.toContain(ROUTINE_FILE);
    expect(made.waits(5).faults).toEqual([]);
    expect(told(made)).toMatchObject({ revision: 7, waiting: 0 });
  });

  test("that comes while home is open is shown at once", async () => {
    const made = await atHome();
    arrives(made, ROUTINE_FILE, PACKED);
    expect(made.sees["routine"]).toBe("Two planks");
    expect(made.dies().sees["routine"]).toBe("Two planks");
  });

  test("that is older than the one in use stays out, and the phone hears which it is", async () => {
    const made = await atHome();
    arrives(made, ROUTINE_FILE, PACKED);
    for (const revision of [1, 6, 7]) {
      const older = shortRoutine({ revision, name: "Older" });
      arrives(made, ROUTINE_FILE, encodeCbor(packRoutine(older)));
      expect(made.sees["routine"]).toBe("Two planks");
      expect(told(made)!.more!.routine).toEqual(LATER);
    }
    expect(made.files).not.toContain(ROUTINE_FILE);
    const newer = shortRoutine({ revision: 8, name: "Newer" });
    arrives(made, ROUTINE_FILE, encodeCbor(packRoutine(newer)));
    expect(made.sees["routine"]).toBe("Newer");
  });

  test("that says what the watch has is no news", async () => {
    const made = await inSession(shortRoutine());
    const same = shortRoutine({ revision: 9 });
    arrives(made, ROUTINE_FILE, encodeCbor(packRoutine(same)));
    made.until(85).taps("done");
    expect(made.sees["notice"]).toBeUndefined();
    expect(told(made.waits(5))).toMatchObject({ revision: 9 });
  });

  test("that comes in a session is used from the next one on", async () => {
    const made = await inSession(shortRoutine());
    const seen = made.until(20).sees;
    expect(seen["phase"]).toBe("Rest");
    arrives(made, ROUTINE_FILE, PACKED);
    expect(made.sees).toMatchObject({ phase: "Rest", next: seen["next"] });
    made.until(85).taps("done");
    expect(made.record.items.map(({ exercise }) => exercise)).toEqual([
      "hip-raise",
      "side-plank",
      "plank",
    ]);
    expect(made.sees).toMatchObject({
      routine: "Two planks",
      notice: "New routine from your phone.",
    });
    made.taps("start").waits(200);
    const next = made.sent[made.sent.length - 1]!;
    expect(next).toMatchObject({ routine: "Two planks", revision: 7 });
    expect(next.items.map(({ holdSeconds }) => holdSeconds)).toEqual([
      [30],
      [20, 20],
    ]);
  });

  test("takes the newest of several", async () => {
    const made = await atHome();
    for (let revision = 8; revision < 20; revision++) {
      const name = `Number ${revision}`;
      const packed = packRoutine({ ...LATER, revision, name });
      arrives(made, ROUTINE_FILE, encodeCbor(packed));
    }
    expect(made.sees["routine"]).toBe("Number 19");
    expect(made.dies().sees["routine"]).toBe("Number 19");
    expect(made.files.filter((name) => /^routine/.test(name))).toHaveLength(2);
  });

  test("is no fault when two came at once before the launch", async () => {
    const made = await wearer();
    made.getsRoutine({ ...LATER, revision: 6, name: "Overtaken" });
    made.getsRoutine(LATER).watch.launch();
    made.waits(2);
    expect(made.sees["routine"]).toBe("Two planks");
    expect(made.sees["notice"]).toBeUndefined();
  });

  test("with items left out shows and plays the others", async () => {
    const items = LATER.items.map((item, i) => ({ ...item, included: i > 0 }));
    const made = await inSession({ ...LATER, items });
    expect(made.sees["next"]).toBe("Side plank");
    made.waits(100);
    expect(made.record.items).toHaveLength(1);
  });
});

const REFUSED: Record<string, Uint8Array> = {
  "an empty file": new Uint8Array(),
  "half a routine": PACKED.slice(0, PACKED.length / 2),
  noise: noise(300),
  "a huge file": noise(1048576),
  "another shape": encodeCbor({ items: [] }),
  "a newer version": encodeCbor([3, ...packRoutine(LATER).slice(1)]),
  "no items": encodeCbor(packRoutine({ ...LATER, items: [] })),
  "a value out of range": encodeCbor(packRoutine({ ...LATER, ready: 61 })),
  "an exercise nobody knows": encodeCbor([
    ...packRoutine(LATER).slice(0, 7),
    [[99, 0, 3, 15, 4, 10, 4, 30]],
    3,
  ]),
};

describe("what is no routine", () => {
  test.each(Object.entries(REFUSED))(
    "%s: the old one stays, and home says so",
    async (_what, data) => {
      const made = await wearer();
      made.getsRoutine(LATER).watch.launch();
      arrives(made, ROUTINE_FILE, data);
      expect(made.sees).toMatchObject({
        routine: "Two planks",
        notice: "New routine does not fit: the old one stays.",
      });
      expect(made.files).not.toContain(ROUTINE_FILE);
      expect(made.dies().sees).toMatchObject({ routine: "Two planks" });
      expect(made.sees["notice"]).toBeUndefined();
      expect(made.taps("start").faults).toEqual([]);
    },
  );
});

describe("killed while it takes a routine", () => {
  test("it has the old one or the new one, never none", async () => {
    for (let n = 1; ; n++) {
      let deaths = 0;
      for (let seed = 0; seed < 6; seed++) {
        const made = await wearer({ seed });
        made.getsRoutine(shortRoutine({ name: "Old one" })).watch.launch();
        made.waits(3).world.faults.app.killAtFileChange(n);
        arrives(made, ROUTINE_FILE, PACKED);
        if (!made.watch.running) deaths++;
        made.world.faults.app.killAtFileChange(0);
        made.dies();
        expect(["Old one", "Two planks"]).toContain(made.sees["routine"]);
        expect(made.faults).toEqual([]);
        disposeWorlds();
      }
      if (!deaths) {
        expect(n).toBeGreaterThan(2);
        return;
      }
    }
  });
});

describe("limits", () => {
  test("forty items with the longest names fit the watch", async () => {
    const items = Array.from({ length: 40 }, (_, i) => ({
      ...anItem("plank", { hold: 3, sets: 1 }),
      exercise: "custom",
      name: `Exercise of my own, the ${i + 10}th`.slice(0, 30),
    }));
    const made = await inSession(
      shortRoutine({ items, name: "W".repeat(30) }),
      {
        display: "off",
      },
    );
    made.waits(5 + 40 * 3 + 39 * 6 + 5);
    expect(made.record.items).toHaveLength(40);
    expect(made.record.outcome).toBe("completed");
    expect(made.faults).toEqual([]);
    made.watch.setDisplay(true);
    expect(made.screen).toBe("summary");
  });

  test("killed in it, all forty come back", async () => {
    const items = Array.from({ length: 40 }, () =>
      anItem("plank", { hold: 3 }),
    );
    const made = await inSession(shortRoutine({ items }));
    made.waits(250).dies().taps("resume-session").waits(200);
    expect(made.record.items.map(({ sets }) => sets)).toEqual(
      items.map(() => 1),
    );
  });
});
