import { packRecord } from "../../../common/wire/record";
import { ItemRecord } from "../../../common/record";
import { encodeCbor } from "fitbit-simulator";
import { disposeWorlds } from "fitbit-simulator/testing";
import { record } from "../../../verification/builders/records";
import { type Wearer } from "../../support/host";
import {
  DAY,
  MONDAY,
  daily,
  nodesOf,
  openAll,
  pageText,
  phoned,
  storedIds,
  summaryOf,
  waitingOn,
  withWaiting,
} from "./phone";

afterEach(disposeWorlds);

/** Someone whose phone has these many sessions, with the settings page open. */
async function withHistory(count: number): Promise<Wearer> {
  const made = await withWaiting(daily(count));
  made.watch.launch();
  made.waits(60);
  made.world.phone.settings.open();
  return openAll(made);
}

/** Presses a button and lets the companion answer. */
function press(made: Wearer, label: string): string {
  made.world.phone.settings.press(label);
  made.waits(1);
  return pageText(made.world);
}

/** The file behind the page's link, and its name. */
function fileOf({ world }: Wearer): { name: string; text: string } {
  const [link] = nodesOf(world.phone.settings.tree).filter(
    ({ component }) => component === "Link",
  );
  const [, name, text] = /^data:[^;]+;charset=utf-8;name=([^,]+),(.*)$/s.exec(
    String(link!.props["source"]),
  )!;
  return { name: name!, text: decodeURIComponent(text!) };
}

const FOURTH = "Wed, Mar 4, 2026, 08:00 · 17 min";

describe("a session", () => {
  it("is deleted after one question, and totals and export follow", async () => {
    const made = await withHistory(3);
    expect(pageText(made.world)).toContain("Sessions: 3 · 51 min in all");
    press(made, "History as CSV");
    press(made, "Delete a session");
    expect(press(made, "Delete: " + FOURTH)).toContain(
      "Delete this session? " + FOURTH,
    );
    expect(press(made, "Keep it")).toContain("Sessions: 3 · 51 min in all");
    press(made, "Delete a session");
    press(made, "Delete: " + FOURTH);
    const text = press(made, "Delete it");
    expect(text).toContain("Sessions: 2 · 34 min in all");
    expect(text).not.toContain("2026-03-04T08:00:00+01:00");
    expect(text).toContain("2026-03-03T08:00:00+01:00");
    expect(storedIds(made.world)).toHaveLength(2);
    expect(made.faults).toEqual([]);
  });

  it("that was deleted does not come back when the watch sends it again", async () => {
    const made = await withHistory(3);
    press(made, "Delete a session");
    press(made, "Delete: " + FOURTH);
    press(made, "Delete it");
    const again = record(MONDAY + 2 * DAY);
    made.watch.exit();
    const state = made.world.exportState();
    made.world.importState({
      ...state,
      watch: {
        ...state.watch,
        files: new Map([["s-" + again.id, encodeCbor(packRecord(again))]]),
      },
    });
    made.watch.launch();
    made.waits(60);
    expect(waitingOn(made)).toEqual([]);
    expect(storedIds(made.world)).not.toContain(again.id);
    expect(summaryOf(made.world).totals.sessions).toBe(2);
  });

  it("that was deleted can be taken back", async () => {
    const made = await withHistory(3);
    press(made, "Delete a session");
    press(made, "Delete: " + FOURTH);
    press(made, "Delete it");
    const text = press(made, "Take back the deletion: " + FOURTH);
    expect(text).toContain("Sessions: 3 · 51 min in all");
    expect(text).not.toContain("Take back the deletion");
    expect(storedIds(made.world)).toHaveLength(3);
  });

  it("of long ago is found among the older ones and deleted", async () => {
    const made = await withHistory(25);
    press(made, "Older sessions");
    expect(press(made, "Older sessions")).toContain(FOURTH);
    expect(pageText(made.world).split("\n")).not.toContain("Older sessions");
    press(made, "Delete a session");
    press(made, "Delete: " + FOURTH);
    press(made, "Delete it");
    expect(storedIds(made.world)).toHaveLength(24);
    const text = press(made, "Back to the newest sessions");
    expect(text).toContain("Thu, Mar 26, 2026, 08:00 · 17 min");
  });
});

it("tells what was not reached, a rep that was not finished, and a length in seconds", async () => {
  const item = (exercise: string, hold: number): ItemRecord => ({
    exercise,
    name: "",
    sets: 0,
    reps: [0],
    holdSeconds: [hold],
    skipped: false,
    full: false,
  });
  const items = [item("hip-raise", 3), item("plank", 0), item("bird-dog", 0)];
  const made = await withWaiting([
    record(MONDAY, { outcome: "ended", activeSeconds: 20, items }),
  ]);
  made.watch.launch();
  made.waits(30);
  made.world.phone.settings.open();
  openAll(made);
  const text = pageText(made.world);
  expect(text).toContain("Mon, Mar 2, 2026, 08:00 · 20 s");
  expect(text).toContain(
    "Ended early: Hip raise: no full rep · Front plank: not done · Bird dog: not done",
  );
});

describe("an export", () => {
  it("is a file that spreadsheets read, and lines to copy", async () => {
    const made = await withHistory(3);
    const text = press(made, "History as CSV");
    const file = fileOf(made);
    expect(file.name).toBe("runners-core-1.csv");
    expect(file.text.startsWith("\ufeffid,start,")).toBe(true);
    expect(file.text.split("\r\n")).toHaveLength(5);
    expect(text.split("\n")).toContain(file.text.split("\r\n")[3]);
  });

  it("as JSON is restored on another phone, twice without doubles", async () => {
    const from = await withHistory(12);
    press(from, "History as JSON");
    expect(fileOf(from).name).toBe("runners-core-1.json");
    const { text } = fileOf(from);
    const ids = storedIds(from.world);
    disposeWorlds();
    const to = await phoned();
    const { settings } = to.world.phone;
    settings.open();
    openAll(to);
    // A field of one line keeps no line breaks.
    settings.use("restore", text.replace(/\n/g, ""));
    to.waits(1);
    expect(pageText(to.world)).toContain("Restored: 12 · Already here: 0");
    settings.use("restore", text);
    to.waits(1);
    expect(pageText(to.world)).toContain("Restored: 0 · Already here: 12");
    expect(pageText(to.world)).toContain("Sessions: 12 · 205 min in all");
    expect(storedIds(to.world)).toEqual(ids);
    settings.use("restore", text.slice(0, -9));
    to.waits(1);
    expect(pageText(to.world)).toContain("Nothing was restored");
    expect(to.faults).toEqual([]);
  });
});
