import { CoachFile } from "../../common/wire/coach-files";
import { exists } from "./files";

/** True on a watch that has the coach's file. */
export function isCoached(): boolean {
  return exists(CoachFile.Plans) || exists(CoachFile.NewPlans);
}
