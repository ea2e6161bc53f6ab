import { addHold, advance, begin, catchUp, enter, finish } from "./advance";
import { isWork, leaveSet, previousSet } from "./cursor";
import { Player, stepRemaining } from "./player";

/** What the runner, or the watch for them, can ask of a session. */
export type Command =
  | "start"
  | "pause"
  | "resume"
  | "skip"
  | "restart"
  | "previous"
  | "more-rest"
  | "end";

/** Why a command was refused; nothing has changed then. */
export type Refusal =
  | "already started"
  | "not started"
  | "finished"
  | "already paused"
  | "not paused"
  | "only while waiting"
  | "at the beginning";

/** Within this many ms of a set's start, "back" means the set before. */
const JUST_STARTED = 3000;

/** Ms that "more rest" adds. */
const MORE_REST = 15000;

/** Why a command cannot be done as things stand, if so. */
function refusalOf(
  { status, step }: Player,
  asked: Command,
): Refusal | undefined {
  return status === "idle"
    ? asked === "start"
      ? undefined
      : "not started"
    : status === "finished"
      ? "finished"
      : asked === "start"
        ? "already started"
        : asked === "pause" && status === "paused"
          ? "already paused"
          : asked === "resume" && status === "running"
            ? "not paused"
            : asked === "more-rest" && isWork(step.phase)
              ? "only while waiting"
              : asked === "previous" && !(step.item || step.set || step.side)
                ? "at the beginning"
                : undefined;
}

/** Moves the cursor as the command says. */
function move(player: Player, command: Command): void {
  const { routine, step } = player;
  if (command === "skip") {
    if (isWork(step.phase)) player.skipped[step.item] = true;
    leaveSet(routine, step);
    return;
  }
  if (command === "previous") previousSet(routine, step);
  // Back at the beginning of a set there is time to get ready again.
  if (isWork(step.phase)) {
    step.rep = 0;
    step.phase = "ready";
  }
}

/** Does a command at `now`, or says why not. Its cues are in `cues`. */
export function apply(
  player: Player,
  command: Command,
  now: number,
): Refusal | undefined {
  advance(player, now);
  const refusal = refusalOf(player, command);
  if (refusal) return refusal;
  if (command === "more-rest") {
    player.stepLength += MORE_REST;
    return undefined;
  }
  const away = player.status === "paused" ? now - player.stoppedAt : 0;
  player.pausedMs += away;
  const stays = command === "pause" || command === "resume";
  // A hold that is left while paused counts up to the pause.
  if (!stays) addHold(player, now - away);
  if (command === "end") {
    finish(player, now, false);
    return undefined;
  }
  player.cues = stays ? [command] : [];
  player.cuesAt = player.stoppedAt = now;
  if (stays) {
    player.status = command === "pause" ? "paused" : "running";
    player.stepStart += away;
    if (player.fresh) begin(player);
  } else {
    if (command === "start") player.status = "running";
    else move(player, command);
    player.news = true;
    enter(player, now);
  }
  catchUp(player, now);
  return undefined;
}

/**
 * What "back" asks for at session time `now`: the set again, or the one before
 * it from a wait and from the first seconds of a set.
 */
export function backCommand(player: Player, now: number): Command {
  const { step, stepLength } = player;
  const passed = stepLength - stepRemaining(player, now);
  const early = step.rep === 0 && passed < JUST_STARTED;
  return isWork(step.phase) && !early ? "restart" : "previous";
}
