import { C, CoachFile } from "../../common/wire/coach-files";
import { FlatRoutine } from "../../common/wire/flat-routine";
import { readSealed } from "./files";

/** The coach's file as the watch keeps it: what was sent, the plans flat or empty. */
export interface Plans extends Array<unknown> {
  [C.Serial]: number;
  [C.Ask]: number;
  [C.Usual]: number;
  [C.Lighter]: number;
  [C.Classes]: number[];
  [C.Easy]: FlatRoutine;
  [C.Light]: FlatRoutine;
  [C.First]: number;
  [C.Raised]: number;
  [C.Revision]: number;
}

/**
 * The coach's file in use; undefined without one that can be read. A new one stands
 * beside it until it is whole.
 */
export function readPlans(): Plans | undefined {
  return (
    readSealed<Plans>(CoachFile.Plans) || readSealed<Plans>(CoachFile.NewPlans)
  );
}
