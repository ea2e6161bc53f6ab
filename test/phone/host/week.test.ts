import { sessionId } from "../../../common/record";
import { History } from "../../../phone/history/history";
import { disposeWorlds } from "fitbit-simulator/testing";
import { storeOf } from "../../../tools/phone/memory-store";
import { aRecord } from "../../../verification/builders/records";
import { type Wearer, wearer } from "../../support/host";
import { chooses, historyOf, openAll, summaryOf } from "./phone";

afterEach(disposeWorlds);

/** Seconds since 1970; the worlds begin on Thursday, 1 January 2026, at 7:00 UTC. */
const THURSDAY = Date.UTC(2026, 0, 1, 7) / 1000;
const DAY = 86400;
const SUNDAY = THURSDAY - 4 * DAY;

/** The id of a session that began then. */
const idOf = (start: number): string => sessionId(start, 0.5);

/** Someone with a new watch, and a phone with sessions of these moments. */
async function newWatch(
  starts: number[],
  { settings = {}, offset = 0 } = {},
): Promise<Wearer> {
  const made = await wearer({ companion: true });
  const local: { [key: string]: string } = {};
  const history = History.open(storeOf(local))!;
  for (const start of starts) {
    const record = aRecord({ id: idOf(start), start, offset });
    history.add({ kind: "session", record });
  }
  made.world.phone.localStorage.load(local);
  made.world.phone.settingsStorage.load(settings);
  made.watch.launch();
  return made.waits(10);
}

test("a new watch has the week and the last session from the phone", async () => {
  const made = await newWatch([SUNDAY, THURSDAY - DAY]);
  expect(made.sees).toMatchObject({ count: "1/3", last: "Yesterday: 19 min" });
  expect(made.faults).toEqual([]);
  expect(made.dies().sees.count).toBe("1/3");
});

test("what is done on it counts on", async () => {
  const made = await newWatch([THURSDAY - DAY]);
  made
    .taps("start")
    .waits(25 * 60)
    .watch.launch();
  made.waits(5);
  expect(made.sees).toMatchObject({ count: "2/3", last: "Today: 19 min" });
  expect(summaryOf(made.world).count).toBe(2);
});

test("a session counts for the watch, too, in the week of where it was done", async () => {
  // Monday, 0:30, an hour east of here.
  const made = await newWatch([SUNDAY + 16.5 * 3600], { offset: 60 });
  expect(made.sees.count).toBe("1/3");
});

test("a session that is deleted leaves the week of the watch, and its last line", async () => {
  const made = await newWatch([THURSDAY - DAY]);
  const { settingsStorage } = made.world.phone;
  const request = "delete " + idOf(THURSDAY - DAY);
  settingsStorage.set("change", request, "settings");
  made.waits(3);
  expect(historyOf(made.world).totals.sessions).toBe(0);
  made.watch.exit();
  made.waits(1).watch.launch();
  made.waits(10);
  expect(made.sees.count).toBe("0/3");
  expect(made.sees.last).not.toMatch(/min/);
});

test.each([
  ["monday", "1/3"],
  ["sunday", "2/3"],
])(
  "weeks that begin on %s have it so on both sides",
  async (weekStart, count) => {
    const settings = { weekStart };
    const made = await newWatch([SUNDAY, THURSDAY - DAY], { settings });
    expect(made.sees.count).toBe(count);
    expect(summaryOf(made.world).count + "/3").toBe(count);
  },
);

test("a first day that is changed is the watch's after a moment", async () => {
  const made = await newWatch([SUNDAY, THURSDAY - DAY]);
  made.world.phone.settings.open();
  openAll(made);
  chooses(made, "First day of the week", "Sun");
  made.waits(10);
  expect(made.sees.count).toBe("2/3");
});
