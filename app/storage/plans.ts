import * as fs from "fs";
import { CoachFile, Plans } from "../../common/wire/coach-files";
import { pathOf, readSealed, remove, writeSealed } from "./files";

/**
 * The coach's file in use; undefined without one that can be read. A new one stands
 * beside it until it is whole.
 */
export function readPlans(): Plans | undefined {
  return (
    readSealed<Plans>(CoachFile.Plans) || readSealed<Plans>(CoachFile.NewPlans)
  );
}

/** Stores another one in its place; false when there is no room. */
export function storePlans(plans: Plans): boolean {
  if (!writeSealed(CoachFile.NewPlans, plans)) return false;
  remove(CoachFile.Plans);
  fs.renameSync(pathOf(CoachFile.NewPlans), pathOf(CoachFile.Plans));
  return true;
}
