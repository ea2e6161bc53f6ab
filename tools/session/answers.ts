import type { World } from "fitbit-simulator";
import { type ActionTable, act } from "fitbit-simulator/run";
import { openQuestion, viewOf } from "./question";

/** The words for the answers to a question, in the order of its choices. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  morning: ["no", "yes", "unknown"],
  leg: ["no", "usual", "more", "numb"],
  "leg-after": ["same", "less", "further", "numb"],
  why: ["time", "back", "elsewhere"],
  effort: ["more", "right", "hard"],
  notice: ["close"],
};
/** What an offer's answers lead to; their order depends on the offer. */
const OFFERED = ["easy", "planned", "none"];
/** The back from 0 to 10, and no answer. */
const BACK = [...Array(11).keys(), "none"].map(String);

const PATTERN = new RegExp(
  `^(${[
    `back:(${BACK.join("|")})`,
    `offer:(${OFFERED.join("|")})`,
    "which:([1-9]|[1-3]\\d|40|unsure)",
    ...Object.entries(WORDS).map(
      ([question, words]) => `${question}:(${words.join("|")})`,
    ),
  ].join("|")})$`,
);

/** Every answer, a line for each question. */
export const ANSWERS: readonly string[] = [
  "back:0 to back:10, back:none",
  ...Object.entries(WORDS).map(
    ([question, words]) => `${question}:${words.join("|")}`,
  ),
  `offer:${OFFERED.join("|")}`,
  "which:1 to which:40 (the session's exercises), which:unsure",
];

/** Where the middle of a list's first row is, how far to the next, and across, in pixels. */
const ROW_TOP = 42;
const ROW_HEIGHT = 84;
const MIDDLE = 168;
/** Rows below the first one that a finger can reach without moving the list. */
const REACHED = 3;

/** Touches a row of the list by its number, the title being 0, with the list moved there. */
function touchRow({ watch }: World, row: number): void {
  const dark = !watch.display.on;
  if (dark) watch.setDisplay(true);
  let top = 0;
  const y = (of: number) => ROW_TOP + ROW_HEIGHT * (of - top);
  while (row - top > REACHED) {
    const by = Math.min(REACHED, row - top - REACHED);
    watch.touch("down", MIDDLE, ROW_TOP + ROW_HEIGHT * REACHED);
    watch.touch("move", MIDDLE, ROW_TOP + ROW_HEIGHT * (REACHED - by));
    watch.touch("up", MIDDLE, ROW_TOP + ROW_HEIGHT * (REACHED - by));
    top += by;
  }
  watch.touch("down", MIDDLE, y(row));
  watch.touch("up", MIDDLE, y(row));
  if (dark) watch.setDisplay(false);
}

/** Names the exercise that hurt, or none of them. */
function name(world: World, word: string): string | void {
  const rows = Number(world.watch.tree!.byId("list")?.get("length"));
  // The first row is the title, the last is for no exercise.
  const row = word === "unsure" ? rows - 1 : Number(word);
  if (row >= rows - 1 && word !== "unsure")
    return `the session has ${rows - 2} exercises`;
  touchRow(world, row);
}

/** Answers the question that is open; a line when another is, or none. */
function answer(world: World, value: string): string | void {
  const [asked, word] = value.split(":") as [string, string];
  const open = openQuestion(world, viewOf(world));
  if (!open) return "nothing is asked";
  if (open.kind !== asked) return `the watch asks ${open.kind}`;
  if (asked === "which") return name(world, word);
  const place =
    asked === "back"
      ? BACK.indexOf(word)
      : asked === "offer"
        ? open.leadsTo.findIndex((leads) => leads === word)
        : WORDS[asked]!.indexOf(word);
  if (place < 0) return `${word} is not offered`;
  const id = asked === "back" ? `back-${place}` : `choice-${place}`;
  return act(world, { name: "tap", value: id });
}

/** What a runner of this app can do beside what every package knows. */
export const OWN_ACTIONS: ActionTable = {
  answer: {
    form: "QUESTION:WORD",
    pattern: PATTERN,
    needs: `a question and an answer: ${ANSWERS.join(", ")}`,
    act: answer,
  },
};
