import { sheetLines, sheetText } from "../../../phone/coach/physio";
import { newCoach } from "../../../phone/coach/state";
import { CoachLife, Told, choicesAt, noon } from "../../builders/coach";

const FACTS = { goal: 3, health: ["h-knee"] };
const say = (id: string, ...values: Array<string | number>) =>
  [id, ...values].join(" ");

test("the sheet tells answers with their numbers, steps, gates and why to see somebody", () => {
  const life = new CoachLife(choicesAt(1, ["plank", "cobra"]));
  const both = ["plank", "cobra"];
  const told: Array<[number, Told]> = [
    [0, { before: 2, after: 2, check: { effort: 1 } }],
    [2, { before: 2, after: 2, check: { effort: 1, morning: 0 } }],
    [4, { before: undefined, after: undefined }],
    [6, { before: 6, after: 6, postRun: true, check: { morning: 1 } }],
    [7, { before: 2, after: 4, check: { legAfter: 2 } }],
    [8, { before: 2, after: 3, check: { legBefore: 2 }, exercises: ["plank"] }],
  ];
  for (const [day, one] of told) life.live(day, { exercises: both, ...one });
  const text = sheetText(
    sheetLines(life.state, [], FACTS, noon(10)),
    say,
    (key) => key,
  );
  expect(text.split("\n")).toEqual([
    "sheet-period 2026-09-08 2026-09-18",
    "sheet-weekly 4.2 3",
    "sheet-usual – –",
    "sheet-answers 5 6",
    "sheet-rose 1 5",
    "sheet-mornings 1 2",
    "sheet-leg 0 0 2 0 4",
    "sheet-runs 6 1 2 4",
    "sheet-rests 0",
    "sheet-step plank 1 6 2026-09-14",
    "sheet-step cobra 1 6 –",
    "sheet-out-leg cobra 2026-09-15",
    "h-knee",
    "sheet-R-2",
  ]);
});

test("what left and right say has its limits beside it, and too little to say has none", () => {
  const life = new CoachLife(choicesAt(4, ["side-plank"]));
  const lines = (): string[] =>
    sheetLines(life.state, [], FACTS, noon(20))
      .map(({ id }) => id)
      .filter((id) => id.startsWith("sheet-balance"));
  for (let day = 0; day < 18; day += 3) {
    expect(lines()).toEqual(day ? ["sheet-balance-little"] : []);
    life.live(day, {
      check: { firstSide: (day % 2) as 0 | 1 },
      items: { "side-plank": { full: false, holdSeconds: [40, 56] } },
      exercises: ["side-plank"],
    });
  }
  expect(lines()).toEqual(["sheet-balance-left", "sheet-balance-limits"]);
});

test("without a session there is nothing to tell", () => {
  expect(sheetLines(newCoach(0), [], FACTS, noon(0))).toEqual([
    { id: "sheet-empty", values: [] },
  ]);
});
