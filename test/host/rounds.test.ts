import { unrolled } from "../../phone/settings/rounds";
import type { Item } from "../../common/routine";
import { anItem, shortRoutine } from "../../verification/builders/routines";
import { wearer } from "../support/host";
import { disposeWorlds } from "fitbit-simulator/testing";

afterEach(disposeWorlds);

const once = { sets: 1, hold: 3, rest: 0 };
const plank = anItem("plank", once);
const cobra = anItem("cobra", once);
const sides = anItem("side-plank", once);

/** What stands above each wait of a session, every exercise skipped. */
async function waitsOf(items: Item[]): Promise<string[]> {
  const made = (await wearer()).getsRoutine(shortRoutine({ items }));
  made.watch.launch();
  made.waits(1).taps("start").waits(1);
  const waits: string[] = [];
  while (made.screen !== "summary") {
    if (made.screen === "rest") waits.push(made.sees["phase"]!);
    made.taps("skip").waits(1);
  }
  expect(made.faults).toEqual([]);
  return waits;
}

test("a circuit says before each exercise which round this is", async () => {
  const items = unrolled({ items: [plank, sides], rounds: 3 });
  expect(await waitsOf(items)).toEqual([
    ...["Get ready", "Round 1 of 3", "Switch sides"],
    ...["Round 2 of 3", "Round 2 of 3", "Switch sides"],
    ...["Round 3 of 3", "Round 3 of 3", "Switch sides"],
  ]);
});

test("without the exercises that are left out there are as many rounds", async () => {
  const out = { ...cobra, included: false };
  const items = unrolled({ items: [plank, out], rounds: 2 });
  expect(await waitsOf(items)).toEqual(["Get ready", "Round 2 of 2"]);
});

test("a list that only looks like a circuit has no rounds", async () => {
  const longer = { ...plank, hold: 4 };
  expect(await waitsOf([plank, cobra, longer, cobra])).toEqual([
    ...["Get ready", "Next", "Next", "Next"],
  ]);
});
