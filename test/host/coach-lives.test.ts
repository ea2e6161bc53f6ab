import { History } from "../../phone/history/history";
import type { SessionRecord } from "../../common/record";
import { sessionOptions } from "../../tools/session/options";
import { SessionRun } from "../../tools/session/run";
import { storeOf } from "../../tools/phone/memory-store";
import { readChanges } from "../../phone/coach/stored";
import { fromJson } from "../../phone/json";
import { inShort } from "../builders/coach";
import { builtPackage } from "../support/host";

// Whole lives, as arguments of `npm run session`.

const DAY = 86400;
/** A plank and a cobra at the lowest dose but one, raised by the coach itself. */
const TWO = [
  ...["questions=2", "coach=auto", "plank.step=1", "cobra.step=1"],
  ...[
    "hip-raise.in=false",
    "reverse-hip-raise.in=false",
    "side-plank.in=false",
  ],
].map((setting) => `0:set:${setting}`);
/** From the first question until a session has asked and not yet given up, in seconds. */
const PLANK = 90;
const PLANK_AND_COBRA = 180;

/** Actions a second apart, the first `seconds` after a day began. */
function on(day: number, seconds: number, ...actions: string[]): string[] {
  return actions.map((action, i) => `${day * DAY + seconds + i}:${action}`);
}

/** A session of a day, with the answers before it and after it. */
function session(
  day: number,
  length: number,
  before: string[],
  after: string[],
): string[] {
  const answers = (words: string[]) => words.map((word) => `answer:${word}`);
  return [
    ...on(day, 100, "launch", "tap:start", ...answers(before)),
    ...on(day, 100 + length, ...answers(after), "tap:done", "swipe-back"),
  ];
}

/** What the phone has at the end of a life, its sessions by day, and the coach's log. */
async function lived(actions: string[], days: number) {
  const words = [...actions.flatMap((action) => ["--do", action])];
  const options = sessionOptions([...words, "--until", String(days * DAY)]);
  if (options === "help") throw new Error("no options");
  const warnings: string[] = [];
  const run = new SessionRun(
    options,
    () => undefined,
    (line) => warnings.push(line),
  );
  const world = await run.open(builtPackage(), undefined, () => undefined);
  await run.playAll();
  const { localStorage, settingsStorage } = world.phone;
  const history = History.open(storeOf({ ...localStorage.entries() }))!;
  const records = history
    .entries()
    .map((entry) => (entry.kind === "session" ? entry.record : undefined))
    .filter((record): record is SessionRecord => !!record);
  const begun = (world.wallMs - world.nowMs) / 1000;
  const log = readChanges(fromJson(settingsStorage.get("coachLog")));
  world.dispose();
  expect(warnings).toEqual([]);
  expect(run.died).toBeUndefined();
  return {
    records,
    log: inShort(log),
    sessions: records.map(({ start, items }) => [
      Math.floor((start - begun) / DAY),
      items.map(({ exercise }) => exercise).join(" "),
    ]),
  };
}

/** The leg gets worse in the first session, and the runner names the cobra. */
const WORSE = session(
  0,
  PLANK_AND_COBRA,
  ["back:1", "leg:no"],
  ["back:3", "leg-after:further", "which:2", "notice:close", "effort:right"],
);
const CALM = ["back:1", "effort:right"];
const TRIED = ["back:1", "leg-after:same", "effort:right"];
const ASKED = ["back:1", "leg:no"];

test("in four weeks cobra goes out, stays out though the phone is away, and comes back as a trial", async () => {
  const { sessions, records, log } = await lived(
    [
      ...TWO,
      "50:phone-away",
      ...WORSE,
      ...session(2, PLANK, ["morning:no", ...ASKED], CALM),
      ...on(5, 0, "phone-back"),
      ...session(7, PLANK, ASKED, CALM),
      ...on(13, 0, "set:coachDo=try cobra"),
      ...session(13, PLANK, ASKED, CALM),
      ...on(14, 7200, "set:coachDo=try cobra"),
      ...session(15, PLANK_AND_COBRA, ASKED, TRIED),
      ...session(17, PLANK_AND_COBRA, ASKED, TRIED),
      ...session(27, PLANK_AND_COBRA, ["back:1"], CALM),
    ],
    28,
  );
  expect(sessions).toEqual([
    [0, "plank cobra"],
    ...[2, 7, 13].map((day) => [day, "plank"]),
    ...[15, 17, 27].map((day) => [day, "plank cobra"]),
  ]);
  // The newest first. After ten days off, only what was earned is gone.
  expect(log).toEqual([
    ...["D-B 0>0", "B-3 cobra in", "D-6 plank 1>2", "runner cobra trial"],
    ...["B-3 cobra offered", "B-2 cobra out"],
  ]);
  expect(records[0]).toMatchObject({ backBefore: 1, backAfter: 3 });
});

test("a death between answers and start, and a phone installed anew, forget no answer and open no gate", async () => {
  const { sessions, records } = await lived(
    [
      ...TWO,
      ...WORSE,
      ...on(1, 0, "phone-reinstall"),
      ...on(2, 50, "launch", "tap:start", "answer:morning:no"),
      ...on(2, 53, "answer:back:2", "kill"),
      ...session(2, PLANK, ["morning:no", "leg:no"], ["back:2", "effort:more"]),
      ...on(3, 0, "set:coachDo=try cobra"),
      ...session(4, PLANK, ASKED, CALM),
    ],
    5,
  );
  expect(sessions).toEqual([
    [2, "plank"],
    [4, "plank"],
  ]);
  expect(records[0]).toMatchObject({ backBefore: 2, backAfter: 2 });
});
