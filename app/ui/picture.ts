import { codeOf } from "../../common/exercise-ids";

/** Path of the small picture of an exercise; empty for one of the runner's own. */
export function pictureOf(exercise: string): string {
  return codeOf(exercise) < 0 ? "" : "poses/" + exercise + ".png";
}
