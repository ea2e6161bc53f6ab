import { Routine } from "../../common/routine";
import { Step } from "../session/cursor";
import { stepLeft } from "../session/player";
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

/** What stays the same through a set. */
function drawSet(board: Board, plan: Routine, step: Step): void {
  const item = itemOf(plan, step);
  const sided = item.sides === 2;
  board.text("exercise", nameOf(item));
  board.text("set", setOf(plan, step));
  board.text("side", sideOf(plan, step));
  board.text("side-left", sided && !step.side ? words("left") : "");
  board.text("side-right", sided && step.side ? words("right") : "");
}

/** What stays the same through a step of work. */
function drawWorkStep(board: Board, plan: Routine, step: Step): void {
  const { phase } = step;
  const colour = phase === "ready" ? SKY : phase === "hold" ? AMBER : MINT;
  showShape(board, ["ready", "lift", "hold", "lower"], phase);
  board.paint("phase", colour);
  board.paint("ring", colour);
  const set = (step.item * 10 + step.set) * 2 + step.side;
  if (board.isNews("set", set)) drawSet(board, plan, step);
}

/** Get ready, and every moment of work: rep or seconds, phase, set, side. */
export function drawWork(board: Board, session: Session): void {
  const { player } = session;
  const { plan, step } = player;
  const item = itemOf(plan, step);
  const inRep = step.phase !== "ready" && item.kind === "reps";
  const left = stepLeft(player, session.now);
  if (board.isNews("step", player.stepCount)) drawWorkStep(board, plan, step);
  const { phase } = step;
  board.text(
    "phase",
    inRep && phase === "hold"
      ? words("hold-for", secondsLeft(left))
      : words(phase),
  );
  if (inRep) {
    board.text("number", step.rep + 1);
    board.ring((step.rep + (phase === "lift" ? 0 : 0.5)) / item.reps);
  } else {
    board.text("number", secondsLeft(left));
    board.ring(1 - left / (player.stepLength || 1));
  }
}

/** What stays the same through a wait: above all, what comes next. */
function drawRestStep(board: Board, plan: Routine, step: Step): void {
  const { phase } = step;
  const item = itemOf(plan, step);
  const shape = phase === "between" ? "next" : phase;
  showShape(board, ["rest", "next", "switch"], shape);
  board.text("phase", words(phase));
  const side = sideOf(plan, step);
  const detail =
    phase === "rest"
      ? setOf(plan, step)
      : item.kind === "hold"
        ? words("dose-hold", item.hold)
        : words("dose-reps", item.reps);
  board.text("next", nameOf(item));
  board.text("next-detail", side ? side + " · " + detail : detail);
  board.text("position", positionOf(item));
}

/** A wait between two pieces of work: how long, and what comes next. */
export function drawRest(board: Board, session: Session): void {
  const { player } = session;
  const left = stepLeft(player, session.now);
  if (board.isNews("step", player.stepCount)) {
    drawRestStep(board, player.plan, player.step);
  }
  board.text("number", secondsLeft(left));
  board.ring(1 - left / (player.stepLength || 1));
}
