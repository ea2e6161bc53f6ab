import { readFileSync } from "node:fs";
import { unzipSync } from "fflate";
import { PACKAGE } from "../../tools/build/fresh-build";
import { shortRoutine } from "../../verification/builders/routines";
import { UsbWatch } from "../../tools/watch/usb-watch";
import { readWatchApp, withChange } from "fitbit-simulator/bridge";
import { OfficialWatch } from "../../packages/fitbit-simulator/test/support/official-watch";
import { wire } from "../../packages/fitbit-simulator/test/support/wire";
import {
  Computer,
  type DeathTogether,
  Phone,
} from "../support/phone-or-computer";
import { WornWatch } from "../support/worn-watch";

const DONE = { taken: true, complete: true, waiting: 0 };

/** The name of the routine that home shows. */
function routineOn(watch: WornWatch): Promise<string> {
  return watch.wear((wearer) => {
    wearer.waits(3);
    return wearer.sees["routine"] ?? JSON.stringify(wearer.sees);
  });
}

test("install, session, history, acknowledged, the next routine", async () => {
  const watch = new WornWatch();
  const computer = new Computer("a").chooses("Monday");
  expect(await computer.sync(watch)).toEqual(DONE);
  expect(await routineOn(watch)).toContain("Monday");
  await watch.session();
  await watch.session();
  const [first, second] = watch.sessions;
  expect(second).toBeDefined();
  expect(await computer.chooses("Tuesday").sync(watch)).toEqual(DONE);
  expect(computer.sessions).toEqual([first!.slice(2), second!.slice(2)]);
  expect(watch.sessions).toEqual([]);
  expect(await routineOn(watch)).toContain("Tuesday");
});

function isNoPicture([path]: [string, Uint8Array]): boolean {
  return !path.endsWith(".txi");
}

test("the same through Fitbit's own modules, over a cable", async () => {
  const worn = new WornWatch();
  const official: OfficialWatch = new OfficialWatch({
    family: "atlas",
    launches: (uuid) => {
      worn.gets({ ...unzipSync(whole), ...official.apps.get(uuid)! });
      const opened = worn.wear((wearer) => wearer.waits(20), {
        hear: (line) => official.says(uuid, line),
      });
      opened.catch((error: unknown) => expect(error).toBeUndefined());
    },
  });
  const find = () =>
    Promise.resolve([
      {
        name: "Versa 3",
        open: () => {
          const cable = wire(() => 0.5);
          void official.answer(cable.watch);
          return Promise.resolve(cable.computer);
        },
      },
    ]);
  const read = readWatchApp(new Uint8Array(readFileSync(PACKAGE)), "the app");
  const whole = read.bundles.get("atlas")!;
  // Without its pictures, which are most of it and take their time.
  const app = withChange(
    { ...read, bundles: new Map([["atlas", whole]]) },
    (files) => Object.fromEntries(Object.entries(files).filter(isNoPicture)),
  );
  official.apps.set(app.uuid, unzipSync(app.bundles.get("atlas")!));
  const usb = new UsbWatch(app, find, () => undefined);
  const computer = new Computer("a").chooses("Monday");
  expect(await computer.sync(worn, usb)).toEqual(DONE);
  await worn.session();
  const [id] = worn.sessions;
  expect(await computer.sync(worn, usb)).toEqual(DONE);
  expect(computer.sessions).toEqual([id!.slice(2)]);
  expect(worn.sessions).toEqual([]);
  // Of the app itself, its first script alone.
  expect(
    new Set(official.came.flat().filter((name) => !name.endsWith("/"))),
  ).toEqual(
    new Set([
      ".partial.json",
      "manifest.json",
      "app/index.js",
      "app/computer.js",
      "resources/inbox",
    ]),
  );
});

const CUTS: Array<[string, WornWatch["trouble"], number]> = [
  ["before the companion's work is saved", {}, 1],
  ["before the app is there", { cut: "install" }, 0],
  ["between install and launch", { cut: "launch" }, 0],
  ["before the first line", { cut: 0 }, 0],
  ["among the lines", { cut: 7 }, 0],
  ["before what was heard is saved", {}, 2],
  ["before the acknowledgement's answer is saved", {}, 3],
];

test("killed between any two steps: nothing is lost, nothing comes twice", async () => {
  const watch = new WornWatch();
  const computer = new Computer("a").chooses("Monday");
  await computer.sync(watch);
  for (const [, trouble, diesAtSave] of CUTS) {
    await watch.session();
    watch.trouble = trouble;
    computer.diesAtSave = diesAtSave;
    await expect(computer.sync(watch)).rejects.toThrow(/cut|killed/);
  }
  watch.trouble = {};
  computer.diesAtSave = 0;
  expect(await computer.sync(watch)).toEqual(DONE);
  expect(computer.sessions).toHaveLength(CUTS.length);
  expect(watch.sessions).toEqual([]);
});

test("what a watch does not take stays for the next sync", async () => {
  const watch = new WornWatch();
  const computer = new Computer("a").chooses("Monday");
  watch.trouble = { asleep: true };
  const nothing = { taken: false, complete: false, waiting: 1 };
  expect(await computer.sync(watch)).toEqual(nothing);
  watch.trouble = {};
  expect(await computer.sync(watch)).toEqual(DONE);
  expect(await routineOn(watch)).toContain("Monday");
});

test("lines that are lost are said again, and what was not heard is not acknowledged", async () => {
  const watch = new WornWatch();
  const computer = new Computer("a").chooses("Monday");
  await watch.session();
  const [id] = watch.sessions;
  watch.trouble = { loses: (line) => line % 5 === 2 };
  const report = await computer.sync(watch);
  expect(report.complete).toBe(false);
  expect(computer.sessions).toEqual([]);
  expect(watch.sessions).toEqual([id]);
  watch.trouble = {};
  expect(await computer.sync(watch)).toEqual(DONE);
  expect(computer.sessions).toEqual([id!.slice(2)]);
});

test("an inbox is taken once: what it brought does not come back at a later launch", async () => {
  const watch = new WornWatch();
  const computer = new Computer("a").chooses("Monday");
  await computer.sync(watch);
  // A phone's routine of a higher revision, as it comes later.
  await watch.wear((wearer) => {
    wearer.waits(2);
    const routine = shortRoutine({ name: "From the phone", revision: 900 });
    wearer.getsRoutine(routine).waits(3);
  });
  const lines: string[] = [];
  await watch.wear((wearer) => wearer.waits(10), {
    hear: (line) => lines.push(line),
  });
  expect(lines).toEqual([]);
  expect(await routineOn(watch)).toContain("From the phone");
  // The computer asks first: it sends no routine over one that it does not know.
  await computer.chooses("Tuesday").sync(watch);
  expect(await routineOn(watch)).toContain("From the phone");
});

/** Stories of two computers, a phone and one watch, drawn from seeds; `SYNC_STORIES=1000` lives as many. */
const STORIES = Number(process.env["SYNC_STORIES"] ?? 1);
const FIRST = Number(process.env["SEED"] ?? 1);

/** Whole numbers from 0 to below a limit, the same for the same seed. */
function drawing(seed: number): (limit: number) => number {
  let state = seed * 2_654_435_761;
  return (limit) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 12_345) | 0;
    return ((state >>> 8) & 0xffff) % limit;
  };
}

/** What may go wrong in a sync with a computer. */
function drawTrouble(draw: (limit: number) => number): WornWatch["trouble"] {
  const lost = 2 + draw(9);
  return [
    {},
    {},
    { cut: "install" as const },
    { cut: "launch" as const },
    { cut: draw(25) },
    { loses: (line: number) => line % lost === 1 },
  ][draw(6)]!;
}

/** Which of the two dies where, as watch and phone meet; half of the times none. */
function drawDeath(draw: (limit: number) => number): DeathTogether | undefined {
  const of = draw(2) === 0 ? "app" : "companion";
  const when = draw(2) === 0 ? "before" : "after";
  const step = 1 + draw(25);
  return draw(2) === 0 ? undefined : { of, step, when };
}

/** What a sync that was cut off says. */
const CUT = /^(cut|killed)$/;

test.each(Array.from({ length: STORIES }, (_, at) => FIRST + at))(
  "two computers and a phone, cut off anywhere (%i): each session is on the watch or in a history",
  async (seed) => {
    const draw = drawing(seed);
    const watch = new WornWatch();
    const phone = new Phone();
    const computers = [new Computer("a"), new Computer("b")];
    const all = new Set<string>();
    const kept = () =>
      new Set([
        ...watch.sessions.map((name) => name.slice(2)),
        ...[phone, ...computers].flatMap((one) => one.sessions),
      ]);
    for (let step = 0; step < 9; step += 1) {
      const who = draw(4);
      if (who === 0) {
        await watch.session();
        watch.sessions.forEach((name) => all.add(name.slice(2)));
      } else if (who === 1) {
        if (draw(3) === 0) phone.chooses(`Routine ${step}`);
        await phone.meets(watch, drawDeath(draw));
      } else {
        const computer = computers[who - 2]!;
        watch.trouble = drawTrouble(draw);
        computer.diesAtSave = draw(3) === 0 ? 1 + draw(3) : 0;
        if (draw(3) === 0) computer.chooses(`Routine ${step}`);
        await computer.sync(watch).catch((error: Error) => {
          if (!CUT.test(error.message)) throw error;
        });
      }
      expect(kept()).toEqual(all);
    }
    watch.trouble = {};
    for (const computer of computers) {
      computer.diesAtSave = 0;
      await computer.sync(watch);
    }
    await phone.meets(watch);
    for (const { sessions } of [phone, ...computers]) {
      expect(new Set(sessions).size).toBe(sessions.length);
    }
    expect(watch.sessions).toEqual([]);
    expect(kept()).toEqual(all);
  },
);
