import { Gate } from "./gate";
import { CoachSession } from "./session";

/** What the coach knows of one exercise that it doses. */
export interface ExerciseState {
  /** Where it stands on its ladder. */
  step: number;
  /** Earned since its last change, and in how many good sessions. */
  points: number;
  good: number;
  /** Full sessions in a row of which the back afterwards is not known. */
  quiet: number;
  /** Seconds since 1970, 0 for never: the last good session, raise, step down and change. */
  lastGood: number;
  raised: number;
  lowered: number;
  changed: number;
  /** Until when it is left as it is, as the runner took a change back. */
  rest: number;
  /** The step that it had before a break; 0 when it is there again, or there was none. */
  held: number;
}

/** A rule of the coach, or what the runner did. */
export type Rule =
  | "B-2"
  | "B-3"
  | "B-4"
  | "B-5"
  | "D-B"
  | "D-1"
  | "D-2"
  | "D-3"
  | "D-4"
  | "D-5"
  | "D-6"
  | "runner";

/** What became of a gate. */
export type GateMove = "out" | "offered" | "trial" | "in" | "closed";

/** One thing that the coach decided, or that the runner did, with its reason as data. */
export interface Change {
  rule: Rule;
  /** As `coachKey`; empty where points of all exercises went to zero. */
  exercise: string;
  /** Steps of the ladder; equal where no dose moved. */
  from: number;
  to: number;
  /** Only of a gate. */
  gate?: GateMove;
  /** It is a suggestion, which waits for the runner. */
  waits?: true;
  /** It was taken back later. */
  undone?: true;
  /** A raise that stands no longer on the answers, as they were corrected. */
  doubted?: true;
  /** Seconds since 1970: the start of the session, or when the runner did it. */
  at: number;
  /** The session's id; empty where there was none. */
  session: string;
  /** What the rule went by, by name: answers, counts, days. */
  why: { [name: string]: number };
}

/** Since when the sides of an exercise are compared. */
export interface Counted {
  /** Seconds since 1970: sessions before this moment do not count; 0 for none. */
  from: number;
  /** When a difference was first told since then, likewise; 0 for never. */
  told: number;
}

/** All that the coach knows; it never changes, a decision makes a new one. */
export interface CoachState {
  /** Sessions that began before this moment shut gates and move no dose. */
  since: number;
  /** The sessions of the last 92 days, oldest first. */
  sessions: ReadonlyArray<CoachSession>;
  /** The newest that was decided upon; undefined before the first. */
  newest: Moment | undefined;
  exercises: { readonly [key: string]: ExerciseState };
  gates: ReadonlyArray<Gate>;
  /** What was decided, the newest first; 40 at most. */
  log: ReadonlyArray<Change>;
  /** A session after a run was done. */
  ran: boolean;
  /** By exercise, where a difference between the sides was told. */
  counted: { readonly [key: string]: Counted };
}

/** A moment by the clock where it was. */
export interface Moment {
  /** Seconds since 1970. */
  start: number;
  /** Minutes east of UTC. */
  offset: number;
}

/** How many changes are remembered. */
const MAX_LOG = 40;

/** An exercise at a step, of which nothing else is known. */
export function atStep(step: number): ExerciseState {
  return {
    step,
    ...{ points: 0, good: 0, quiet: 0, lastGood: 0 },
    ...{ raised: 0, lowered: 0, changed: 0, rest: 0, held: 0 },
  };
}

/** A coach that has seen nothing. */
export function newCoach(since: number): CoachState {
  return {
    since,
    sessions: [],
    newest: undefined,
    exercises: {},
    gates: [],
    log: [],
    ran: false,
    counted: {},
  };
}

/** The state with one exercise changed; one that is not coached stays away. */
export function withExercise(
  state: CoachState,
  key: string,
  change: (exercise: ExerciseState) => ExerciseState,
): CoachState {
  const exercise = state.exercises[key];
  if (!exercise) return state;
  const exercises = { ...state.exercises, [key]: change(exercise) };
  return { ...state, exercises };
}

/** The state with every exercise changed. */
export function withExercises(
  state: CoachState,
  change: (exercise: ExerciseState, key: string) => ExerciseState,
): CoachState {
  const exercises: { [key: string]: ExerciseState } = {};
  Object.keys(state.exercises).forEach((key) => {
    exercises[key] = change(state.exercises[key]!, key);
  });
  return { ...state, exercises };
}

/** An exercise without what it has earned. */
export function withoutPoints(exercise: ExerciseState): ExerciseState {
  return { ...exercise, points: 0, good: 0, quiet: 0 };
}

/** An exercise moved to another step at a moment (seconds since 1970). */
export function movedTo(
  exercise: ExerciseState,
  to: number,
  at: number,
): ExerciseState {
  const up = to > exercise.step;
  return {
    ...withoutPoints(exercise),
    step: to,
    changed: at,
    raised: up ? at : exercise.raised,
    lowered: up ? exercise.lowered : at,
    held: to >= exercise.held ? 0 : exercise.held,
  };
}

/** The state with a change in its log. */
export function logged(state: CoachState, change: Change): CoachState {
  return { ...state, log: [change].concat(state.log).slice(0, MAX_LOG) };
}

/** The gate of an exercise; undefined for one that is open. */
export function gateOf(state: CoachState, key: string): Gate | undefined {
  return state.gates.filter(({ exercise }) => exercise === key)[0];
}

/** The suggestion that waits for the runner; undefined for none. */
export function waiting(state: CoachState): Change | undefined {
  return state.log.filter(({ waits }) => waits)[0];
}
