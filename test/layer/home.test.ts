import { disposeWorlds } from "fitbit-simulator/testing";
import { CUSTOM } from "../../common/routine";
import { packRecord } from "../../common/wire/record";
import { packRoutine } from "../../common/wire/routine";
import { aCheckedRecord } from "../../verification/builders/records";
import { aRoutine, anItem } from "../../verification/builders/routines";
import { type Driven, drive, loadLayer } from "../support/layer";

beforeAll(loadLayer);
afterEach(disposeWorlds);

/** Thursday, 1 January 2026, at 7:00 UTC: the launch, in seconds since 1970. */
const NOW = 1767250800;
const HOUR = 3600;
const DAY = 24 * HOUR;

const HOME = `
import { flatRoutine } from "../../common/wire/stored-routine";
import { includedOnly } from "../../app/storage/exclusions";
import { drawHome } from "../../app/ui/home";
import { at, tell } from "../support/driver";

function draw(packed, home) {
  drawHome(includedOnly(flatRoutine(packed), [], []), home);
}
`;

interface Home {
  last?: [start: number, minutes: number];
  count: number;
  felt: boolean;
  line: string;
  notice: string;
}

const NOTHING: Home = { count: 0, felt: false, line: "", notice: "" };

/** The call that draws home as it is then. */
function draw(changes: Partial<Home>, routine = aRoutine()): string {
  const home = { ...NOTHING, ...changes };
  const packed = JSON.stringify(packRoutine(routine));
  return `draw(${packed}, ${JSON.stringify(home)});`;
}

/** Home as it is at the launch. */
function home(
  changes: Partial<Home>,
  routine = aRoutine(),
  options: Parameters<typeof drive>[1] = {},
): Promise<Driven> {
  return drive(HOME + draw(changes, routine), options);
}

/** Paths of the pictures, in order; empty where there is none. */
function pictures({ watch }: Driven): string[] {
  return [0, 1, 2, 3, 4].map(
    (i) => watch.tree!.byId(`pose-${i}`)!.get("href") ?? "",
  );
}

describe("the last session", () => {
  test.each([
    ["an hour ago", 1, "Today: 24 min"],
    ["six hours before midnight", 13, "Yesterday: 24 min"],
    ["ten minutes before midnight", 7 + 1 / 6, "Yesterday: 24 min"],
    ["a day and a minute ago", 24 + 1 / 60, "Yesterday: 24 min"],
    ["in the evening two days ago", 34, "2 days ago: 24 min"],
    ["last year", 24 * 40, "40 days ago: 24 min"],
  ])("%s", async (_when, hours, words) => {
    const made = await home({ last: [NOW - hours * HOUR, 24] });
    expect(made.sees["last"]).toBe(words);
  });

  test("is of the day that the watch's own calendar says", async () => {
    const last = [NOW - 7.5 * HOUR, 24] as [number, number];
    const east = { tzOffsetMinutes: 60 };
    expect((await home({ last })).sees["last"]).toBe("Yesterday: 24 min");
    expect((await home({ last }, aRoutine(), east)).sees["last"]).toBe(
      "Today: 24 min",
    );
  });

  test("there is none: home leads to the cues, until they were felt", async () => {
    expect((await home({})).sees["last"]).toBe("Feel the cues");
    expect((await home({ felt: true })).sees["last"]).toBeUndefined();
  });

  test("is told in the wearer's language", async () => {
    const last = [NOW - HOUR, 24] as [number, number];
    const german = await home({ last }, aRoutine(), { locale: "de-DE" });
    expect(german.sees["last"]).toBe("Heute: 24 min");
  });
});

describe("the routine", () => {
  const items = [
    anItem("plank", { hold: 60, included: false }),
    anItem("side-plank", { hold: 60 }),
    anItem("bird-dog", { included: false }),
    anItem("dead-bug"),
  ];

  test("is named, and shown without what is left out", async () => {
    const routine = aRoutine({ name: "Hips", items });
    const made = await home({}, routine);
    expect(made.sees["routine"]).toBe("Hips");
    const shown = ["poses/side-plank.png", "poses/dead-bug.png", "", "", ""];
    expect(pictures(made)).toEqual(shown);
  });

  test("takes the minutes of what is not left out", async () => {
    const long = anItem("plank", { sets: 10, hold: 60, rest: 0 });
    const rest = { ready: 0, between: 0, switch: 0 };
    const routine = (included: boolean): ReturnType<typeof aRoutine> =>
      aRoutine({
        ...rest,
        items: [
          { ...long, included },
          { ...long, sets: 3 },
        ],
      });
    expect((await home({}, routine(true))).sees["minutes"]).toBe("13");
    expect((await home({}, routine(false))).sees["minutes"]).toBe("3");
  });

  test("has room for five pictures, and none for an exercise of the runner's own", async () => {
    const own = { ...anItem("plank"), exercise: CUSTOM, name: "Hop" };
    const six = ["cobra", "plank", "wall-sit", "dead-bug", "bird-dog"];
    const made = await home(
      {},
      aRoutine({ items: [own, ...six.map((id) => anItem(id))] }),
    );
    expect(pictures(made)).toEqual([
      "",
      ...six.slice(0, 4).map((id) => `poses/${id}.png`),
    ]);
  });
});

describe("the week", () => {
  test.each([
    [0, 3, "0/3", 0],
    [2, 3, "2/3", 240],
    [3, 3, "3/3", 360],
    [5, 3, "5/3", 360],
  ])("with %i of %i sessions", async (count, goal, words, turn) => {
    const made = await home({ count }, aRoutine({ goal }));
    expect(made.sees["count"]).toBe(words);
    expect(made.watch.tree!.byId("ring")!.get("sweep-angle")).toBe(`${turn}`);
  });

  test("begins on Monday, and counts a session once", async () => {
    const sunday = NOW - 4 * DAY;
    const records = [0, 1, 1, 4].map((days) =>
      packRecord(aCheckedRecord({}, { start: sunday + days * DAY })),
    );
    const made = await drive(`
      import { readLastSession, weekAt, weekCount } from "../../app/storage/last-session";
      import { addRecord } from "../../app/storage/new-record";
      import { tell } from "../support/driver";
      const count = () => tell(weekCount(readLastSession(), weekAt(${NOW})));
      count();
      for (const record of ${JSON.stringify(records)}) {
        addRecord(record);
        count();
      }`);
    expect(made.told).toEqual([0, 0, 1, 1, 2]);
  });
});

describe("a notice", () => {
  const last = [NOW - HOUR, 24] as [number, number];

  test("stands in place of the facts and the pictures", async () => {
    const made = await home({ last, notice: "notice-full" });
    expect(made.sees["notice"]).toMatch(/^Watch full/);
    expect(made.sees["last"]).toBeUndefined();
    expect(pictures(made)).toEqual(["", "", "", "", ""]);
    expect(made.sees["minutes"]).toBeDefined();
  });

  test("makes room for them again when it is gone", async () => {
    const made = await drive(
      `${HOME} ${draw({ last, notice: "notice-full" })}
      at(2, () => { ${draw({ last })} });`,
    );
    made.until(3);
    expect(made.sees["notice"]).toBeUndefined();
    expect(made.sees["last"]).toBe("Today: 24 min");
    expect(pictures(made)).not.toContain("");
  });
});

describe("the last hour on the wrist", () => {
  test("has its newest minute first, whichever comes first on the watch, and may be missing", async () => {
    const { told } = await drive(`
import { minuteHistory } from "user-activity";
import { lastHour } from "../../app/platform/minutes";
import { tell } from "../support/driver";
const newest = [];
for (let i = 0; i < 60; i++) newest.push({ steps: i, averageHeartRate: 99 });
const first = () => lastHour().map(([steps]) => steps).slice(0, 2);
minuteHistory.query = ({ limit }) => newest.slice(0, limit);
tell(first());
// Its oldest first: five asked for are the last five of an hour.
const oldest = newest.slice().reverse();
minuteHistory.query = ({ limit }) => oldest.slice(60 - limit);
tell(first());
minuteHistory.query = () => { throw new Error("not here"); };
tell(first());
minuteHistory.query = undefined;
tell(first());`);
    expect(told).toEqual([[0, 1], [0, 1], [], []]);
  });

  test("is not looked at where the wearer does not allow it", async () => {
    const { told } = await drive(
      `
import { minuteHistory } from "user-activity";
import { lastHour } from "../../app/platform/minutes";
import { tell } from "../support/driver";
minuteHistory.query = () => [{ steps: 160, averageHeartRate: 150 }];
tell(lastHour().length);`,
      { refusedPermissions: ["access_activity"] },
    );
    expect(told).toEqual([0]);
  });
});
