import { encodeCbor } from "fitbit-simulator";
import { COACH_FILE, CoachPlan, packCoach } from "../../common/wire/coach";
import { ROUTINE_FILE } from "../../common/wire/link";
import { packRoutine } from "../../common/wire/routine";
import type { Routine } from "../../common/routine";
import { drawSvg } from "fitbit-simulator/draw";
import { PackageImages } from "fitbit-simulator/draw";
import type { WatchBundle, World } from "fitbit-simulator";
import type { ViewTree } from "fitbit-simulator/draw";

/** Called with each kind of screen: its name, the view, and its SVG. */
export type See = (name: string, tree: ViewTree, svg: string) => void;

/** Names the screen that is open now. */
export type Show = (name: string) => void;

/** Shows what a wearer has before them. */
export function showing(wearer: Wearer, see: See): Show {
  return (name) => see(name, wearer.tree, wearer.svg);
}

/**
 * Somebody with the watch on for a picture. Goes by what is shown, never by its
 * words, so that it is the same in each language.
 */
export class Wearer {
  private readonly images: PackageImages;

  constructor(
    readonly world: World,
    { files }: WatchBundle,
  ) {
    this.images = new PackageImages((path) => files.get(path));
  }

  /** The open view. */
  get tree(): ViewTree {
    const { tree, running } = this.world.watch;
    if (!running || tree === undefined) throw new Error("no view is open");
    return tree;
  }

  /** What is on the display, as SVG. */
  get svg(): string {
    const image = (href: string, fill: string | undefined) =>
      this.images.url(href, fill);
    const { tree } = this;
    tree.advance(this.world.nowMs);
    return drawSvg(tree, { image });
  }

  /** Lets so many seconds pass. */
  pass(seconds: number): void {
    this.world.run(this.world.nowMs + seconds * 1000);
  }

  /** The same with the wrist lowered: nothing is drawn meanwhile. */
  passDark(seconds: number): void {
    const { watch } = this.world;
    watch.setDisplay(false);
    this.pass(seconds);
    watch.setDisplay(true);
  }

  tap(id: string): void {
    const tapped = this.world.watch.tap(id);
    if (!tapped.ok) throw new Error(`tap on ${id}: ${tapped.reason}`);
  }

  /** Goes on until an element of the open view is not hidden. */
  until(id: string): void {
    this.goOn(`${id} is never shown`, () => {
      const node = this.world.watch.tree?.byId(id);
      return !!node && node.get("display") !== "none";
    });
  }

  untilText(id: string, text: string): void {
    const says = () => this.world.watch.texts()[id];
    this.goOn(`${id} never says ${text}`, () => says() === text);
  }

  /** The app starts; what the phone has sent is read then. */
  launch(): void {
    this.world.watch.launch();
    this.pass(1);
  }

  /** Touches a point of the screen, in pixels. */
  touch(x: number, y: number): void {
    this.world.watch.touch("down", x, y);
    this.world.watch.touch("up", x, y);
    this.pass(1);
  }

  /** The phone puts a routine, or something that is none, into the inbox. */
  gets(routine: Routine | undefined): void {
    this.getsFile(ROUTINE_FILE, routine ? packRoutine(routine) : ["none"]);
  }

  /** The phone puts what the watch has to know to ask into the inbox. */
  getsCoach(plan: CoachPlan): void {
    this.getsFile(COACH_FILE, packCoach(plan));
  }

  private getsFile(name: string, value: unknown): void {
    this.world.faults.deliver("watch", { name, data: encodeCbor(value) });
  }

  private goOn(never: string, isSo: () => boolean): void {
    while (!isSo()) if (!this.world.step()) throw new Error(never);
  }
}
