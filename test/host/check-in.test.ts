import { unpackLoneCheck } from "../../common/wire/coach";
import { readCbor } from "../../verification/cbor";
import { anItem } from "../../verification/builders/routines";
import { EASY, PLANNED, coached } from "../support/coach";
import type { Wearer } from "../support/host";
import { disposeWorlds } from "fitbit-simulator/testing";

afterEach(disposeWorlds);

const BACK = "How is your back now? 0 fine, 10 worst";

/** Touches a row of the list, whose tiles have no ids of their own. */
function touchesRow(wearer: Wearer, row: number): Wearer {
  const y = 84 * row + 42;
  wearer.watch.touch("down", 168, y);
  wearer.watch.touch("up", 168, y);
  return wearer;
}

/** Answers with taps on these, a second apart. */
function answers(wearer: Wearer, ...ids: string[]): Wearer {
  for (const id of ids) wearer.taps(id).waits(1);
  return wearer;
}

/** What the check says that no session followed. */
function loneCheck(wearer: Wearer): unknown {
  const name = wearer.files.find((file) => file.startsWith("c-"))!;
  const read = unpackLoneCheck(readCbor(wearer.watch.files.get(name)!)!.value);
  return read.ok && { back: read.value.back, decision: read.value.decision };
}

test("without the coach's file nothing is asked", async () => {
  const wearer = await coached({ ask: 0 });
  wearer.taps("start").waits(1);
  expect(wearer.screen).toBe("rest");
  wearer.waits(90);
  expect(wearer.screen).toBe("summary");
  expect(wearer.faults).toEqual([]);
});

test("the answers before and after are in the record, which is sent once they are given", async () => {
  const wearer = await coached();
  answers(wearer, "start");
  expect(wearer.sees["title"]).toBe(BACK);
  // The leg is asked at the very first check-in.
  answers(wearer, "back-2", "choice-1");
  expect(wearer.screen).toBe("rest");
  wearer.waits(84);
  expect(wearer.screen).toBe("ask");
  expect(wearer.sent).toEqual([]);
  answers(wearer, "back-1");
  // It was told before, so it is asked after.
  expect(wearer.sees["title"]).toBe("And the leg now?");
  answers(wearer, "choice-1", "choice-2").waits(3);
  expect(wearer.screen).toBe("summary");
  expect(wearer.record).toMatchObject({
    backBefore: 2,
    backAfter: 1,
    check: { legBefore: 1, legAfter: 1, effort: 3, mode: "planned" },
  });
  expect(wearer.faults).toEqual([]);
});

test.each([
  ["by nobody", (wearer: Wearer) => wearer.waits(61)],
  ["with a swipe", (wearer: Wearer) => wearer.swipesBack().waits(1)],
])("an offer that is answered %s starts no session", async (_, leaves) => {
  const wearer = answers(await coached(), "start", "back-7", "choice-0");
  expect(wearer.sees["title"]).toBe("A lot of pain. Easy, or not today?");
  leaves(wearer);
  expect(wearer.screen).toBe("index");
  expect(wearer.waits(30).felt()).toEqual([]);
});

test("a back that hurts a lot gets an easy session, or none, which is kept", async () => {
  const wearer = answers(await coached(), "start", "back-6", "choice-0");
  expect(wearer.sees["title"]).toBe("A lot of pain. Easy, or not today?");
  answers(wearer, "choice-0");
  expect(wearer.screen).toBe("rest");
  wearer.waits(120);
  const [item] = wearer.record.items;
  expect([item!.exercise, wearer.record.items.length]).toEqual([
    EASY.items[0]!.exercise,
    1,
  ]);
  expect(wearer.record.check!.mode).toBe("easy");

  const other = answers(await coached(), "start", "back-6", "choice-0");
  answers(other, "choice-1");
  expect(other.screen).toBe("index");
  expect(loneCheck(other)).toEqual({ back: 6, decision: 0 });
});

test("a leg that is numb gets the words to get help, and no session", async () => {
  const wearer = answers(await coached(), "start", "back-1", "choice-3");
  expect(wearer.sees["title"]).toBe("Get medical help now");
  expect(loneCheck(wearer)).toEqual({ back: 1, decision: 3 });
  answers(wearer, "choice-0");
  expect(wearer.sees["detail"]).toMatch(/^See a doctor today/);
  answers(wearer, "choice-0");
  expect(wearer.screen).toBe("index");
  expect(wearer.felt()).toEqual([]);
});

test("a death between the answers and the start asks nothing twice", async () => {
  const wearer = answers(await coached(), "start", "back-3");
  wearer.dies();
  answers(wearer, "start");
  expect(wearer.sees["title"]).toBe("Pain down a leg?");
  answers(wearer, "choice-0", "choice-1").waits(160);
  expect(wearer.record).toMatchObject({ backBefore: 3 });
});

test("an exercise after which the leg is worse is out at once, whatever the phone sends", async () => {
  const wearer = await coached();
  answers(wearer, "start", "back-2", "choice-0").waits(84);
  // The back is worse, the leg too, and the plank was it.
  answers(wearer, "back-5", "choice-2");
  expect(wearer.screen).toBe("today");
  touchesRow(wearer, 3).waits(1);
  expect(wearer.sees).toMatchObject({
    title: "Front plank",
    detail: "Out for now. Walking is fine.",
  });
  expect(wearer.files).toContain("gates");
  answers(wearer, "choice-0", "choice-1").waits(2);
  const [, , plank] = wearer.record.items;
  expect(plank).toMatchObject({ exercise: "plank", hurt: "leg" });
  answers(wearer, "done");
  expect(Object.values(wearer.sees).join()).not.toContain("plank");
});

test("of several skipped exercises, the one that bends the back backwards is asked about", async () => {
  const exercises = ["hip-raise", "side-plank", "cobra", "plank"];
  const items = exercises.map((one) => anItem(one, { sets: 1 }));
  const classes = items.map(() => 0);
  const wearer = await coached({ classes }, {}, { ...PLANNED, items });
  answers(wearer, "start", "back-2", "choice-0").waits(30);
  while (/rest|work/.test(wearer.screen)) wearer.taps("skip").waits(1);
  answers(wearer.waits(2), "back-2");
  expect(wearer.sees["title"]).toBe("Why skipped? Prone cobra");
  answers(wearer, "choice-2").waits(2);
  const { items: done } = wearer.record;
  expect(
    done.map(({ exercise, skipped, hurt }) => [exercise, skipped, hurt]),
  ).toEqual([
    ["hip-raise", true, undefined],
    ["side-plank", true, undefined],
    ["cobra", true, "elsewhere"],
    ["plank", true, undefined],
  ]);
  expect(wearer.faults).toEqual([]);
});

test("an answer before a death in the session is in its record", async () => {
  const wearer = answers(await coached(), "start", "back-2", "choice-0");
  wearer.waits(40).dies().taps("resume-session");
  while (wearer.screen !== "ask") wearer.waits(1);
  answers(wearer, "back-2", "choice-1").waits(3);
  expect(wearer.record).toMatchObject({
    backBefore: 2,
    backAfter: 2,
    check: { legBefore: 0 },
  });
  expect(wearer.faults).toEqual([]);
});
