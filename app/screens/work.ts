import { Phase } from "../session/cursor";
import { itemOf, nameOf, secondsLeft, setOf, sideOf } from "./text";
import { Actions, Live, Screen } from "./screen";
import { Label, Part, ProgressRing, onTap, paint, words } from "./ui";

const SKY = "#9cc9e8";
const MINT = "#43e8a5";
const AMBER = "#ffc94a";

const SHAPES: ReadonlyArray<Phase> = ["ready", "lift", "hold", "lower"];

/** Get ready, and every moment of work: rep or seconds, phase, set, side. */
export function workScreen(live: Live, actions: Actions): Screen {
  const { player } = live;
  const number = new Label("number");
  const phase = new Label("phase");
  const exercise = new Label("exercise");
  const set = new Label("set");
  const side = new Label("side");
  const left = new Label("side-left");
  const right = new Label("side-right");
  const ring = new ProgressRing();
  const shapes = SHAPES.map((shape) => new Part("shape-" + shape));
  let shown: Phase | undefined;
  onTap("pause", () => actions.pause());
  onTap("skip", () => actions.skip());
  onTap("back", () => actions.back());

  function showPhase(now: Phase): void {
    if (now === shown) return;
    shown = now;
    SHAPES.forEach((shape, i) => shapes[i]!.show(shape === now));
    const colour = now === "ready" ? SKY : now === "hold" ? AMBER : MINT;
    paint("phase", colour);
    paint("ring", colour);
  }

  return {
    draw(): void {
      const { plan, step } = player;
      const item = itemOf(plan, step);
      const leftMs = player.stepLeft(live.now());
      const seconds = secondsLeft(leftMs);
      const counting = step.phase !== "ready" && item.kind === "reps";
      showPhase(step.phase);
      number.set(String(counting ? step.rep + 1 : seconds));
      phase.set(
        counting && step.phase === "hold"
          ? words("hold-for", seconds)
          : words(step.phase),
      );
      exercise.set(nameOf(item));
      set.set(setOf(plan, step));
      side.set(sideOf(plan, step));
      const sided = item.sides === 2;
      left.set(sided && !step.side ? words("left") : "");
      right.set(sided && step.side ? words("right") : "");
      const length = player.stepLength();
      ring.set(
        counting
          ? (step.rep + (step.phase === "lift" ? 0 : 0.5)) / item.reps
          : length
            ? 1 - leftMs / length
            : 0,
      );
    },
  };
}
