import { Phase } from "../session/cursor";
import {
  doseOf,
  itemOf,
  nameOf,
  positionOf,
  secondsLeft,
  setOf,
  sideOf,
} from "./text";
import { Actions, Live, Screen } from "./screen";
import { Label, Part, ProgressRing, onTap, words, write } from "./ui";

/** A wait between two pieces of work: how long, and what comes next. */
export function restScreen(live: Live, actions: Actions): Screen {
  const { player } = live;
  const number = new Label("number");
  const phase = new Label("phase");
  const next = new Label("next");
  const detail = new Label("next-detail");
  const position = new Label("position");
  const ring = new ProgressRing();
  const shapes: { [phase: string]: Part } = {
    rest: new Part("shape-rest"),
    between: new Part("shape-next"),
    switch: new Part("shape-switch"),
  };
  let shown: Phase | undefined;
  onTap("pause", () => actions.pause());
  onTap("skip", () => actions.skip());
  onTap("back", () => actions.back());
  onTap("more-rest", () => actions.moreRest());

  return {
    draw(): void {
      const { plan, step } = player;
      const item = itemOf(plan, step);
      const leftMs = player.stepLeft(live.now());
      if (step.phase !== shown) {
        shown = step.phase;
        for (const name in shapes) shapes[name]!.show(name === shown);
        write("more-rest-label", words("more-rest"));
      }
      number.set(String(secondsLeft(leftMs)));
      phase.set(words(step.phase));
      next.set(nameOf(item));
      const side = sideOf(plan, step);
      detail.set(
        step.phase === "switch"
          ? side
          : step.phase === "rest"
            ? setOf(plan, step)
            : doseOf(item),
      );
      position.set(positionOf(item));
      const length = player.stepLength();
      ring.set(length ? 1 - leftMs / length : 0);
    },
  };
}
