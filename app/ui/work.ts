import { MINT, SLATE } from "../../common/pose-frame";
import { CUSTOM, Routine } from "../../common/routine";
import { Step } from "../session/cursor";
import { stepLeft } from "../session/player";
import { Session } from "../session/session";
import * as board from "./view";
import {
  itemOf,
  nameOf,
  positionOf,
  secondsLeft,
  setOf,
  sideOf,
  words,
} from "./words";

const WHITE = "white";
const AMBER = "#ffc94a";

/** Pixels from one set's dot to the next. */
const DOTS_APART = 18;

/** Shows the one shape, of those a view has, that belongs to the phase. */
function showShape(shapes: string, phase: string): void {
  shapes.split(" ").forEach((shape) => {
    board.show("shape-" + shape, shape === phase);
  });
}

/** A large letter on the side that works. */
function drawSide(routine: Routine, step: Step): void {
  const sided = itemOf(routine, step).sides === 2;
  board.text("side-left", sided && !step.side ? words("left") : "");
  board.text("side-right", sided && step.side ? words("right") : "");
}

/** The figure at the top of the exercise, its working side as it is. */
function drawPose(routine: Routine, step: Step): void {
  const item = itemOf(routine, step);
  board.figure().show(item.exercise, item.sides === 2 && !step.side);
}

/** A dot for each set: done, under way, to come. */
function drawDots(sets: number, set: number): void {
  for (let i = 0; i < sets; i++) {
    const id = "dot-" + i;
    board.place(id, 168 + (i - (sets - 1) / 2) * DOTS_APART, true);
    board.paint(id, i < set ? MINT : i === set ? WHITE : SLATE);
  }
}

/** What stays the same through a step of work. */
function drawWorkStep(routine: Routine, step: Step): void {
  const { phase } = step;
  const colour = phase === "hold" ? AMBER : MINT;
  showShape("lift hold lower", phase);
  const item = itemOf(routine, step);
  board.text("phase", words(phase));
  board.paint("phase", colour);
  board.paint("ring", colour);
  const set = (step.item * 10 + step.set) * 2 + step.side;
  if (item.kind === "reps") {
    board.text("number", step.rep + 1);
    board.ring((step.rep + (phase === "lift" ? 0 : 0.5)) / item.reps);
  }
  if (board.isNews("set", set)) {
    drawSide(routine, step);
    drawPose(routine, step);
    drawDots(item.sets, step.set);
    board.text("exercise", item.exercise === CUSTOM ? item.name : "");
  }
  // The last picture on the way up may have come a little before the top.
  if (phase === "hold") board.figure().pose(1, 1, 0);
}

/** Every moment of work: rep or seconds, phase, set, side. */
export function drawWork(session: Session): void {
  const { player } = session;
  const { routine, step } = player;
  const { phase } = step;
  const left = stepLeft(player, session.now);
  const share = 1 - left / (player.stepLength || 1);
  if (board.isNews("step", player.stepCount)) drawWorkStep(routine, step);
  if (itemOf(routine, step).kind === "hold") {
    board.text("number", secondsLeft(left));
    board.ring(share);
  } else if (phase === "hold") {
    board.text("phase", words("hold-for", secondsLeft(left)));
  } else {
    board.figure().pose(0, 1, phase === "lift" ? share : 1 - share);
  }
}

/** What stays the same through a wait: above all, what comes next. */
function drawRestStep(routine: Routine, step: Step): void {
  const { phase } = step;
  const item = itemOf(routine, step);
  const shape = phase === "between" ? "next" : phase;
  showShape("ready rest next switch", shape);
  board.text("phase", words(phase));
  drawSide(routine, step);
  drawPose(routine, step);
  board.text("next", nameOf(item));
  board.text(
    "detail",
    phase === "switch"
      ? sideOf(routine, step)
      : step.set
        ? setOf(routine, step)
        : positionOf(item),
  );
}

/** A wait for work: how long, and what comes next. */
export function drawRest(session: Session): void {
  const { player } = session;
  if (board.isNews("step", player.stepCount)) {
    drawRestStep(player.routine, player.step);
  }
  board.text("number", secondsLeft(stepLeft(player, session.now)));
}
