import { CUSTOM } from "../../common/routine";
import { SUSPECT_IDS, isStretch } from "./classes";
import { K } from "./constants";
import { Gate, GateReason } from "./gate";
import {
  CoachSession,
  DoneItem,
  elsewhereItem,
  isLegWorse,
  itemOf,
  namedItem,
} from "./session";
import { CoachState, gateOf } from "./state";

/** An exercise that a session shuts, and how often it hurt in its last five sessions. */
export interface Shutting {
  exercise: string;
  reason: GateReason;
  times: number;
}

/** The exercise that made the leg worse: the named one, the one on trial, else the first suspect that was done. */
function suspect(
  session: CoachSession,
  gates: ReadonlyArray<Gate>,
): string | undefined {
  const named = namedItem(session);
  if (named) return named.key;
  const done = (key: string): boolean => {
    const item = itemOf(session, key);
    return !!item && item.begun;
  };
  const tried = gates
    .filter(({ trial }) => trial > 0 && session.start >= trial)
    .map(({ exercise }) => exercise);
  return tried.concat(SUSPECT_IDS).filter(done)[0];
}

/** In how many of an exercise's last five sessions it hurt in such a place. */
function timesHurt(
  sessions: ReadonlyArray<CoachSession>,
  key: string,
  hurts: (item: DoneItem) => boolean,
): number {
  return sessions
    .map((session) => itemOf(session, key))
    .filter(
      (item): item is DoneItem =>
        !!item && (item.begun || item.skipped || item.hurt !== undefined),
    )
    .slice(-K.namedOf)
    .filter(hurts).length;
}

/**
 * What a session shuts (B-2, B-4, B-5), of which there is one exercise at most.
 * The session is one of the state's. A stretch goes out the first time that it
 * hurts, as it has no smaller dose.
 */
export function shuttingOf(
  state: CoachState,
  session: CoachSession,
): Shutting | undefined {
  if (isLegWorse(session)) {
    const exercise = suspect(session, state.gates);
    return exercise ? { exercise, reason: "leg", times: 1 } : undefined;
  }
  const back = namedItem(session);
  const elsewhere = elsewhereItem(session);
  const found =
    (back && hurting(state, back.key, "back")) ||
    (elsewhere && hurting(state, elsewhere.key, "elsewhere"));
  const gate = found && gateOf(state, found.exercise);
  // One that waits for the leg is not opened sooner by a lesser reason.
  return gate && gate.reason !== found.reason && gate.trial === 0
    ? undefined
    : found;
}

function hurting(
  { sessions }: CoachState,
  exercise: string,
  reason: "back" | "elsewhere",
): Shutting | undefined {
  const hurts = ({ hurt }: DoneItem): boolean =>
    reason === "elsewhere"
      ? hurt === "elsewhere"
      : hurt === "back" || hurt === "leg";
  const times = timesHurt(sessions, exercise, hurts);
  const own = exercise.indexOf(CUSTOM + ":") === 0;
  const enough = !own && isStretch(exercise) ? 1 : K.namedTimes;
  return times >= enough ? { exercise, reason, times } : undefined;
}
