import type { World } from "fitbit-simulator";

/** What the watch can ask. */
export type QuestionKind =
  | "morning"
  | "back"
  | "leg"
  | "offer"
  | "leg-after"
  | "which"
  | "why"
  | "effort"
  | "notice";

/** A question on the screen. */
export interface OpenQuestion {
  kind: QuestionKind;
  /** How many answers there are to choose from. */
  choices: number;
  /** Of an offer: what its two answers lead to. */
  leadsTo: ReadonlyArray<"easy" | "planned" | "none">;
}

/** The open view, such as "work"; "" while the app does not run. */
export function viewOf({ watch }: World): string {
  return /([a-z-]+)\.view$/.exec(watch.view ?? "")?.[1] ?? "";
}

/** How the English words of a question begin. */
const TITLES: ReadonlyArray<readonly [begins: string, kind: QuestionKind]> = [
  ["Worse the morning after", "morning"],
  ["How is your back now?", "back"],
  ["Pain down a leg?", "leg"],
  ["And the leg now?", "leg-after"],
  ["Why skipped?", "why"],
  ["How was it?", "effort"],
];

const OFFERED = {
  "Easy session": "easy",
  "As planned": "planned",
  "Not today": "none",
} as const;

/** The question that is open, as the runner reads it; undefined where nothing is asked. */
export function openQuestion(
  { watch }: World,
  view: string,
): OpenQuestion | undefined {
  // At home nobody opens the list of today here.
  if (view === "today")
    return { kind: "which", choices: ROWS_SHOWN, leadsTo: [] };
  if (view !== "ask") return undefined;
  const texts = watch.texts();
  const labels = [0, 1, 2, 3]
    .map((choice) => texts[`choice-${choice}-label`])
    .filter(Boolean);
  const leadsTo = labels.map((label) => OFFERED[label as keyof typeof OFFERED]);
  const choices = labels.length;
  if (choices === 2 && leadsTo.every(Boolean))
    return { kind: "offer", choices, leadsTo };
  const title = texts.title ?? "";
  const known = TITLES.find(([begins]) => title.startsWith(begins));
  const kind = known ? known[1] : "notice";
  return { kind, choices: choices || CELLS, leadsTo: [] };
}

/** Rows of the list below its title that are on the screen. */
const ROWS_SHOWN = 3;
/** Cells of the scale, the last of which is for no answer. */
const CELLS = 12;
