import { EXERCISES } from "../../common/exercises";
import { ItemRecord, total } from "../../common/record";

/** What was done of one exercise, as it is told in one line. */
export type Done =
  /** Full reps; 0 where one was begun and none finished. */
  | { what: "reps"; reps: number }
  /** Seconds held, in tenths at the finest; more than 0. */
  | { what: "hold"; seconds: number }
  /** Nothing of it was done: left out by the runner, or not reached. */
  | { what: "skipped" }
  | { what: "nothing" };

/** What was done of an exercise, over its sides; `skipped` as in a record. */
export function doneOf(
  item: Pick<ItemRecord, "exercise" | "reps" | "holdSeconds" | "skipped">,
): Done {
  const reps = total(item.reps);
  const seconds = total(item.holdSeconds);
  if (reps) return { what: "reps", reps };
  if (!seconds) return { what: item.skipped ? "skipped" : "nothing" };
  const counted = EXERCISES.some(
    ({ id, kind }) => id === item.exercise && kind === "reps",
  );
  return counted ? { what: "reps", reps } : { what: "hold", seconds };
}

/** The same in English, for tools and exports: "skipped, 12 reps". */
export function doneText(item: Parameters<typeof doneOf>[0]): string {
  const done = doneOf(item);
  if (done.what === "skipped") return "skipped";
  if (done.what === "nothing") return "not done";
  const text = done.what === "reps" ? done.reps + " reps" : done.seconds + " s";
  return (item.skipped ? "skipped, " : "") + text;
}
