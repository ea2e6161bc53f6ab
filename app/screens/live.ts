import { Session } from "../session/session";
import { Board } from "./board";
import {
  itemOf,
  nameOf,
  positionOf,
  secondsLeft,
  setOf,
  sideOf,
  words,
} from "./text";

const SKY = "#9cc9e8";
const MINT = "#43e8a5";
const AMBER = "#ffc94a";

/** Shows the one shape, of those a view has, that belongs to the phase. */
function showShape(board: Board, shapes: string[], phase: string): void {
  shapes.forEach((shape) => board.show("shape-" + shape, shape === phase));
}

/** Get ready, and every moment of work: rep or seconds, phase, set, side. */
export function drawWork(board: Board, session: Session): void {
  const { plan, step } = session.player;
  const phase = step.phase;
  const item = itemOf(plan, step);
  const left = session.player.stepLeft(session.now());
  const seconds = secondsLeft(left);
  const inRep = phase !== "ready" && item.kind === "reps";
  const colour = phase === "ready" ? SKY : phase === "hold" ? AMBER : MINT;
  showShape(board, ["ready", "lift", "hold", "lower"], phase);
  board.paint("phase", colour);
  board.paint("ring", colour);
  board.text("number", inRep ? step.rep + 1 : seconds);
  const holding = inRep && phase === "hold";
  board.text("phase", holding ? words("hold-for", seconds) : words(phase));
  board.text("exercise", nameOf(item));
  board.text("set", setOf(plan, step));
  board.text("side", sideOf(plan, step));
  const sided = item.sides === 2;
  board.text("side-left", sided && !step.side ? words("left") : "");
  board.text("side-right", sided && step.side ? words("right") : "");
  const passed = 1 - left / (session.player.stepLength() || 1);
  const rep = step.rep + (phase === "lift" ? 0 : 0.5);
  board.ring(inRep ? rep / item.reps : passed);
}

/** A wait between two pieces of work: how long, and what comes next. */
export function drawRest(board: Board, session: Session): void {
  const { plan, step } = session.player;
  const phase = step.phase;
  const item = itemOf(plan, step);
  const left = session.player.stepLeft(session.now());
  const shape = phase === "between" ? "next" : phase;
  showShape(board, ["rest", "next", "switch"], shape);
  board.text("number", secondsLeft(left));
  board.text("phase", words(phase));
  board.text("next", nameOf(item));
  board.text(
    "next-detail",
    phase === "switch"
      ? sideOf(plan, step)
      : phase === "rest"
        ? setOf(plan, step)
        : item.kind === "hold"
          ? words("dose-hold", item.hold)
          : words("dose-reps", item.reps),
  );
  board.text("position", positionOf(item));
  board.ring(1 - left / (session.player.stepLength() || 1));
}
