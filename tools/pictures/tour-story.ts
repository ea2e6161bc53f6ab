import { createWorld } from "fitbit-simulator";
import { PATTERNS } from "fitbit-simulator/draw";
import { builtPackage } from "./watch-screens";
import { Wearer } from "./wearer";

/** Ms of a picture of the tour: one for each in which the watch moves a figure. */
export const FRAME = 125;

/** One push of the motor on the way through the tour. */
export interface Push {
  /** Ms from the tour's start. */
  readonly at: number;
  readonly pattern: string;
  /** 0–1. */
  readonly strength: number;
}

/** What is seen for one `FRAME`. */
export interface Moment {
  /** The display, 336×336; empty while it is off. */
  readonly svg: string;
  readonly title: string;
  readonly detail: string;
  /** Where a finger is on the display. */
  readonly finger: readonly [x: number, y: number] | undefined;
}

export interface Tour {
  readonly moments: readonly Moment[];
  readonly pushes: readonly Push[];
}

/** Ms for which a finger is seen before a tap. */
const TOUCH = 750;

function middleOf({ tree }: Wearer, id: string): [x: number, y: number] {
  const { x, y, width, height } = tree.box(tree.byId(id)!);
  return [x + width / 2, y + height / 2];
}

/**
 * A session of the built-in routine on the built package, cut down to about a
 * minute. What the wrist feels is as the app asks for it; only the durations of
 * the patterns are the simulator's own.
 */
export async function playTour(): Promise<Tour> {
  const pkg = builtPackage();
  const moments: Moment[] = [];
  const pushes: Push[] = [];
  const felt: Array<readonly [at: number, pattern: string]> = [];
  const world = await createWorld(pkg, {
    display: "on",
    onEvent: (event) => {
      if (event.type === "vibrate") felt.push([event.t * 1000, event.pattern]);
    },
  });
  const wearer = new Wearer(world, pkg.watch(pkg.targets[0]!));

  /** Shows the next seconds under a caption; `touched` is what a finger comes to in the end. */
  function film(
    seconds: number,
    title: string,
    detail: string,
    touched?: string,
  ): void {
    // What is felt as a cut begins belongs to it.
    const start = world.nowMs - moments.length * FRAME;
    const first = felt.findIndex(([at]) => at > world.nowMs - FRAME);
    const old = first < 0 ? felt.length : first;
    for (let left = seconds * 1000; left > 0; left -= FRAME) {
      wearer.pass(FRAME / 1000);
      const svg = world.watch.display.on ? wearer.svg : "";
      const touches = touched !== undefined && left <= TOUCH;
      const finger = touches ? middleOf(wearer, touched) : undefined;
      moments.push({ svg, title, detail, finger });
    }
    for (const [at, pattern] of felt.splice(old)) {
      for (const pulse of PATTERNS[pattern]!.pulses) {
        const push = { at: at - start + pulse.at, strength: pulse.strength };
        pushes.push({ ...push, pattern });
      }
    }
    felt.length = 0;
  }

  wearer.launch();
  film(3, "One tap starts it", "Five exercises, in this order", "start");
  wearer.tap("start");
  wearer.untilText("number", "4");
  film(4, "Lie down", "Three taps and a strong nudge: go");
  film(9, "A tap: up. A nudge: down.", "Nothing to read: the wrist speaks");
  wearer.passDark(100);
  wearer.untilText("number", "15");
  film(2.5, "Two taps: the last rep", "Set 1 of 3");
  wearer.until("shape-rest");
  film(3.5, "A long buzz: rest", "It ends by itself; a tap gives 15 s more");
  wearer.passDark(300);
  wearer.until("shape-next");
  film(4, "Two strong nudges: next exercise", "What, and how to lie");
  wearer.passDark(310);
  wearer.until("shape-next");
  wearer.passDark(10);
  wearer.until("shape-hold");
  film(2.5, "Front plank", "Holds count down");
  wearer.untilText("number", "31");
  film(3, "A ping: halfway", "The ring closes with the hold");
  wearer.untilText("number", "4");
  film(6, "The last seconds are counted", "Then the next exercise");
  wearer.passDark(10);
  wearer.until("side-left");
  wearer.until("shape-hold");
  wearer.passDark(50);
  wearer.untilText("number", "2");
  film(5, "Two long buzzes: switch sides", "The figure turns over too");
  wearer.untilText("number", "2");
  film(4, "Right side", "And the wrist may be lowered");
  world.watch.setDisplay(false);
  film(1.5, "The display goes dark", "The session goes on");
  wearer.pass(23.5);
  film(3, "The display is dark", "A ping: halfway");
  wearer.pass(110);
  world.watch.setDisplay(true);
  while (wearer.tree.byId("dot-2")?.get("fill") !== "white") wearer.pass(1);
  wearer.untilText("number", "3");
  film(
    8,
    "Three long buzzes: finished",
    "Kept on the watch, then on the phone",
  );
  world.dispose();
  return { moments, pushes };
}
