import { Choices } from "./choices";
import { CoachState, ExerciseState, atStep } from "./state";

/**
 * The state with what the runner has chosen: an exercise whose step is another,
 * as a level was chosen, begins there without points; one with a dose of the
 * runner's own is not coached any more.
 */
export function following(state: CoachState, choices: Choices): CoachState {
  const exercises: { [key: string]: ExerciseState } = {};
  choices.items.forEach(({ key, coached, step }) => {
    if (!coached) return;
    const there = state.exercises[key];
    exercises[key] = there && there.step === step ? there : atStep(step);
  });
  const log = state.log.filter(
    ({ waits, exercise, from }) =>
      !waits || (exercises[exercise] || atStep(-1)).step === from,
  );
  return { ...state, exercises, log };
}
