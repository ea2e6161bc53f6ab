import { Routine, includedOnly } from "../../common/routine";
import { CoachPlan, COACH_FILE, packCoach } from "../../common/wire/coach";
import { shortRoutine } from "../../verification/builders/routines";
import { type Wearer, type WearerOptions, wearer } from "./host";

/** The routine of a wearer whom the coach asks, and what is easier than that. */
export const PLANNED = includedOnly(shortRoutine());
export const EASY = { ...PLANNED, items: PLANNED.items.slice(0, 1) };

/** What the phone tells the watch, all questions on. */
export function aCoach(changes: Partial<CoachPlan> = {}): CoachPlan {
  return {
    serial: 1,
    ask: 2,
    usual: undefined,
    lighter: false,
    classes: PLANNED.items.map(() => 0),
    easy: EASY,
    light: undefined,
    first: false,
    raised: false,
    revision: PLANNED.revision,
    see: 0,
    ...changes,
  };
}

/** A watch at home whose phone has sent routine and coach's file. */
export async function coached(
  changes: Partial<CoachPlan> = {},
  options: WearerOptions = {},
  routine: Routine = PLANNED,
): Promise<Wearer> {
  const made = await wearer(options);
  made.getsRoutine(routine);
  made.getsFile(COACH_FILE, packCoach(aCoach(changes)));
  made.watch.launch();
  return made.until(1);
}
