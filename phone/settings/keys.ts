import { EXERCISES } from "../../common/exercises";
import { PREFERENCES } from "../../common/preferences";
import { CUSTOM } from "../../common/routine";

/** Settings of the routine as a whole; docs/settings.md tells their values. */
export const ROUTINE_KEYS: ReadonlyArray<string> = [
  "name",
  "level",
  "order",
  "custom",
  "rounds",
  "ready",
  "between",
  "switch",
  "rest",
  "lift",
  "lower",
  ...PREFERENCES.map(({ key }) => key),
];

/** Settings of one exercise, behind its name and a dot. */
export const ITEM_KEYS = [
  "in",
  "kind",
  "both",
  "sets",
  "reps",
  "hold",
  "rest",
  "lift",
  "lower",
  "step",
] as const;

/** Sessions a week. */
export const GOAL_KEY = "goal";
/** The first day of the week, by name. */
export const WEEK_START_KEY = "weekStart";
/** A code that was pasted and waits for a yes or no. */
export const IMPORT_KEY = "import";
/** The routine's settings before the last change of all of them: see undo.ts. */
export const UNDO_KEY = "undo";
/** The newest request to play the cues on the watch: ms since 1970, as text. */
export const CUE_DEMO_KEY = "feel";
/** What the page asks the companion to show or export: a part, "csv 1" or "list 2". */
export const ASK_KEY = "ask";
/** The runner's answer to send the phone's routine in place of the watch's, which has this revision. */
export const ANSWER_KEY = "answer";
/** What the page asks to be done with the history: "delete ID" or "undo ID". */
export const CHANGE_KEY = "change";
/**
 * Begins the key of an answer that the page asks to be corrected, until the companion
 * has done it: "correct:ID:ANSWER", with what `valuesOf` lists.
 */
export const CORRECT = "correct:";
/** An export that was pasted, until the companion has taken it in. */
export const RESTORE_KEY = "restore";
/** The page's own: "choose", or the id of the session that it asks about. */
export const DELETE_KEY = "delete";
/** The page's own: which of its parts are open, and since which opening of the page. */
export const OPEN_KEY = "open";
/** The runner's routines as JSON: see routines.ts. */
export const ROUTINES_KEY = "routines";
/** Texts of that key that could not be read, as a JSON list, until the runner forgets them. */
export const UNREAD_ROUTINES_KEY = "routinesUnread";
/** Written by the companion alone: the summary, and the export asked for. */
export const SUMMARY_KEY = "summary";
export const EXPORT_KEY = "export";

/** The name under which a runner's own exercise keeps its settings. */
export function customKey(name: string): string {
  return CUSTOM + ":" + name;
}

/** The name of an exercise's first time, "plank" for "plank#2". */
export function withoutNumber(item: string): string {
  return item.replace(/#\d{1,2}$/, "");
}

/** The key that asks for an answer of a session to be corrected. */
export function correctKey(id: string, answer: string): string {
  return CORRECT + id + ":" + answer;
}

/** A settings key of one exercise, such as "plank.hold". */
export function itemKey(
  item: string,
  field: (typeof ITEM_KEYS)[number],
): string {
  return item + "." + field;
}

/** True for the key of a preference, which is the runner's and not the routine's. */
export function isPreferenceKey(key: string): boolean {
  return PREFERENCES.some((one) => one.key === key);
}

/** True for every key that makes what the watch gets: the routine and its preferences. */
export function isRoutineKey(key: string): boolean {
  if (ROUTINE_KEYS.indexOf(key) >= 0) return true;
  const dot = key.lastIndexOf(".");
  const item = key.slice(0, dot);
  const field = key.slice(dot + 1);
  return (
    dot > 0 &&
    (ITEM_KEYS as ReadonlyArray<string>).indexOf(field) >= 0 &&
    (item.indexOf(CUSTOM + ":") === 0 ||
      EXERCISES.some((exercise) => exercise.id === withoutNumber(item)))
  );
}
