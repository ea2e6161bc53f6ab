import { defaultRoutine } from "../../../common/default-routine";
import { routineCode } from "../../../phone/routine-code/code";
import { disposeWorlds } from "fitbit-simulator/testing";
import type { Wearer } from "../../support/host";
import { chooses, openAll, pageText, phoned, summaryOf, types } from "./phone";

afterEach(disposeWorlds);

/** Presses a button and lets the watch get what comes of it. */
function presses(made: Wearer, label: string): void {
  made.world.phone.settings.press(label);
  made.waits(5);
}

/** Someone with a short routine beside the usual one, which is on the watch. */
async function withTwo(): Promise<Wearer> {
  const made = await phoned();
  const { settings } = made.world.phone;
  const short = { ...defaultRoutine(), name: "Short one" };
  short.items = short.items.slice(2, 4);
  settings.open();
  openAll(made);
  settings.use("import", routineCode(short));
  made.waits(1);
  presses(made, "Add it to my routines");
  expect(made.sees).toMatchObject({ routine: "Short one", minutes: "4" });
  presses(made, "Change to: Runner's Core");
  return made;
}

it("puts another routine on the watch at one tap, under a higher revision", async () => {
  const made = await withTwo();
  expect(made.sees).toMatchObject({ routine: "Runner's Core", minutes: "19" });
  const { revision } = summaryOf(made.world);
  presses(made, "Change to: Short one");
  expect(made.sees).toMatchObject({ routine: "Short one", minutes: "4" });
  expect(summaryOf(made.world).revision).toBeGreaterThan(revision);
  expect(summaryOf(made.world).onWatch).toBe(summaryOf(made.world).revision);
  expect(made.faults).toEqual([]);
});

it("keeps what was changed of a routine while another is on the watch", async () => {
  const made = await withTwo();
  const { settings } = made.world.phone;
  settings.use("cobra.in", false);
  made.waits(5);
  const { minutes } = made.sees;
  presses(made, "Change to: Short one");
  presses(made, "Change to: Runner's Core");
  expect(made.sees.minutes).toBe(minutes);
});

it("copies a routine, and the copy is the one that is changed", async () => {
  const made = await withTwo();
  presses(made, "Copy this routine");
  expect(made.sees.routine).toBe("Runner's Core 2");
  types(made, "Name", "Evening");
  made.waits(3);
  expect(made.sees.routine).toBe("Evening");
  presses(made, "Change to: Runner's Core");
  expect(made.sees.routine).toBe("Runner's Core");
});

it("deletes a routine and takes that back", async () => {
  const made = await withTwo();
  presses(made, "Delete: Short one");
  expect(pageText(made.world)).not.toContain("Change to: Short one");
  presses(made, "Take back the deletion: Short one");
  expect(pageText(made.world)).toContain("Change to: Short one");
  expect(pageText(made.world)).not.toContain("Take back the deletion");
});

it("does the whole list in rounds, with the watch as it is", async () => {
  const made = await withTwo();
  presses(made, "Change to: Short one");
  chooses(made, "Rounds of the whole list", "3");
  made.waits(5);
  expect(pageText(made.world)).toContain("11 min · Exercises: 2");
  expect(made.sees).toMatchObject({ routine: "Short one", minutes: "11" });
  made.world.phone.settings.close();
  made.taps("start").waits(14 * 60);
  const [done] = summaryOf(made.world).recent;
  if (done?.kind !== "session") throw new Error("no session came");
  expect(done.record.items.map(({ exercise }) => exercise)).toEqual([
    "plank",
    "side-plank",
    "plank",
    "side-plank",
    "plank",
    "side-plank",
  ]);
  expect(made.faults).toEqual([]);
});

it("finishes after a death of page and companion what was chosen", async () => {
  const made = await withTwo();
  const { phone } = made.world;
  phone.settings.close();
  made.world.faults.companion.kill();
  const list = JSON.parse(phone.settingsStorage.get("routines")!);
  const cut = JSON.stringify({ ...list, next: "2" });
  phone.settingsStorage.set("routines", cut, "settings");
  phone.launch();
  made.waits(10);
  expect(made.sees).toMatchObject({ routine: "Short one", minutes: "4" });
});

it("says what stored routines cannot be read, and loses them only when told to", async () => {
  const made = await phoned();
  const { settings, settingsStorage } = made.world.phone;
  settingsStorage.set("routines", '{"version":9}', "settings");
  made.waits(2);
  settings.open();
  const note = 'Stored routines cannot be read: "{\\"version\\":9}".';
  expect(pageText(made.world)).toContain(note);
  openAll(made);
  presses(made, "Copy this routine");
  expect(pageText(made.world)).toContain(note);
  presses(made, "Use the defaults instead");
  expect(pageText(made.world)).not.toContain("cannot be read");
  expect(made.sees.routine).toBe("Runner's Core 2");
});
