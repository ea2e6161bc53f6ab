import { dayOf } from "../../common/coach/ask";
import { K } from "./constants";
import { Gate, GateReason, newGate } from "./gate";
import { CoachSession, isCalm, itemOf, known } from "./session";
import { shuttingOf } from "./shutting";
import {
  Change,
  CoachState,
  GateMove,
  Moment,
  Rule,
  gateOf,
  logged,
  movedTo,
  withExercise,
  withoutPoints,
} from "./state";

const RULES: { readonly [reason in GateReason]: Rule } = {
  leg: "B-2",
  back: "B-4",
  elsewhere: "B-5",
};

/** The step on which an exercise stands, 0 for one without steps. */
function stepOf(state: CoachState, key: string): number {
  const exercise = state.exercises[key];
  return exercise ? exercise.step : 0;
}

/** The state with a gate in place of that of its exercise. */
function withGate(state: CoachState, gate: Gate): CoachState {
  const others = state.gates.filter((one) => one.exercise !== gate.exercise);
  return { ...state, gates: others.concat(gate) };
}

/** The state without the gate of an exercise. */
export function withoutGate(state: CoachState, exercise: string): CoachState {
  const gates = state.gates.filter((one) => one.exercise !== exercise);
  return { ...state, gates };
}

/** What became of a gate, for the log. */
export function moveOf(
  state: CoachState,
  gate: Gate,
  move: GateMove,
  rule: Rule,
  at: number,
  session = "",
  why: Change["why"] = {},
): Change {
  const step = stepOf(state, gate.exercise);
  const from = { exercise: gate.exercise, from: step, to: step };
  return { rule, ...from, gate: move, at, session, why };
}

/** Shuts what a session shuts. A late one cannot make a newer gate older, nor open a closed one. */
function withShutting(state: CoachState, session: CoachSession): CoachState {
  const found = shuttingOf(state, session);
  if (!found) return state;
  const { exercise, reason, times } = found;
  const there = gateOf(state, exercise);
  const tried = !!there && there.trial > 0 && session.start >= there.trial;
  // What came back on trial for the leg goes on waiting for the leg.
  const kept = there && there.reason === "leg" ? "leg" : reason;
  const gate = newGate(exercise, kept, session);
  if (there && there.since > gate.since) {
    gate.since = there.since;
    gate.offset = there.offset;
  }
  gate.closed = (!!there && there.closed) || (tried && reason === "leg");
  const { before, after, check } = session;
  const why = {
    before: known(before),
    after: known(after),
    leg: check ? known(check.legAfter) : -1,
    times,
  };
  const move = gate.closed ? "closed" : "out";
  const { start, id } = session;
  const change = moveOf(state, gate, move, RULES[reason], start, id, why);
  const shut = withExercise(withGate(state, gate), exercise, withoutPoints);
  return logged(shut, change);
}

/** A session's effect on the gates that were there before: how calm it was. */
function withCalm(state: CoachState, session: CoachSession): CoachState {
  const calm = isCalm(session);
  const gates = state.gates.map((gate) => {
    if (session.start <= gate.since) return gate;
    const item = itemOf(session, gate.exercise);
    const tried = gate.trial > 0 && !!item && item.begun;
    return {
      ...gate,
      calm: calm ? gate.calm + 1 : 0,
      trials: !tried ? gate.trials : calm ? gate.trials + 1 : 0,
    };
  });
  const tried = gates.filter(
    ({ trial, trials }) => trial > 0 && trials >= K.trials,
  );
  const { start, id } = session;
  return tried.reduce<CoachState>(
    (open, gate) => {
      const why = { trials: gate.trials };
      const change = moveOf(open, gate, "in", "B-3", start, id, why);
      const { exercise } = gate;
      const inAgain = withoutGate(open, exercise);
      return logged(withExercise(inAgain, exercise, withoutPoints), change);
    },
    { ...state, gates },
  );
}

/**
 * The gates after a session that is one of the state's. One that came late, or
 * whose date cannot be, shuts and does nothing else.
 */
export function gatesAfter(
  state: CoachState,
  session: CoachSession,
  inOrder: boolean,
): CoachState {
  return withShutting(inOrder ? withCalm(state, session) : state, session);
}

/** Whole days from the session that shut a gate to a moment, by their clocks. */
export function daysShut(gate: Gate, now: Moment): number {
  return dayOf(now.start, now.offset) - dayOf(gate.since, gate.offset);
}

/** An exercise on trial, which begins at its lowest step. */
export function onTrial(state: CoachState, gate: Gate, at: number): CoachState {
  const tried = { ...gate, trial: Math.max(1, at), trials: 0, closed: false };
  return withExercise(withGate(state, tried), gate.exercise, (exercise) =>
    movedTo(exercise, 0, at),
  );
}

/**
 * What time alone does to the gates (B-3, B-4): one for the leg can be tried, and
 * the runner is told; one for the back is on trial by itself.
 */
export function gatesAt(state: CoachState, now: Moment): CoachState {
  return state.gates.reduce((before, gate) => {
    const { reason, calm, trial, offered, closed } = gate;
    if (trial > 0 || closed) return before;
    const days = daysShut(gate, now);
    const why = { days, calm };
    if (reason === "back" && days >= K.backDays && calm >= K.backCalm) {
      const change = moveOf(before, gate, "trial", "B-4", now.start, "", why);
      return logged(onTrial(before, gate, now.start), { ...change, to: 0 });
    }
    if (
      reason === "leg" &&
      !offered &&
      days >= K.legDays &&
      calm >= K.legCalm
    ) {
      const told = withGate(before, { ...gate, offered: true });
      const offer = moveOf(told, gate, "offered", "B-3", now.start, "", why);
      return logged(told, offer);
    }
    return before;
  }, state);
}

/** Whether the runner is offered to try an exercise again (B-3). */
export function isOffered({ offered, calm, trial, closed }: Gate): boolean {
  return offered && calm >= K.legCalm && trial === 0 && !closed;
}
