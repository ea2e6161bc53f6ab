import { readFileSync } from "node:fs";
import { customItem, defaultRoutine } from "../../common/default-routine";
import {
  createWorld,
  type FitbitPackage,
  openPackage,
  type World,
} from "fitbit-simulator";
import type { ViewTree } from "fitbit-simulator/draw";
import { freshBuild } from "../build/fresh-build";
import { Wearer } from "./wearer";

/** Called with each kind of screen: its name, the view, and its SVG, 336×336. */
export type See = (name: string, tree: ViewTree, svg: string) => void;

/** The package as it is now. */
export function builtPackage(): FitbitPackage {
  return openPackage(new Uint8Array(readFileSync(freshBuild())));
}

/**
 * Plays all that can come up on the watch, in a language of the package such as
 * `de-DE`, on a model of it such as `vulcan` or on its first.
 */
export async function seeScreens(
  locale: string,
  see: See,
  target?: string,
): Promise<void> {
  const pkg = builtPackage();
  const world = await createWorld(pkg, { display: "on", locale, target });
  const wearer = new Wearer(world, pkg);
  const show = (name: string) => see(name, wearer.tree, wearer.svg);
  beforeStart(wearer, show);
  session(wearer, show);
  await error(pkg, world, locale, see);
  afterDeath(wearer, show);
  fromPhone(wearer, show);
  world.dispose();
}

type Show = (name: string) => void;

function beforeStart(wearer: Wearer, show: Show): void {
  wearer.launch();
  show("home-first");
  wearer.tap("today");
  wearer.pass(22);
  show("cue-demo");
  wearer.tap("done");
  wearer.tap("today");
  wearer.pass(1);
  show("today");
  wearer.world.watch.swipeBack();
}

function session(wearer: Wearer, show: Show): void {
  wearer.tap("start");
  wearer.pass(3);
  show("get-ready");
  wearer.untilText("number", "8");
  wearer.pass(1.2);
  show("lift");
  wearer.until("shape-hold");
  wearer.pass(2);
  show("hold");
  wearer.until("shape-lower");
  wearer.pass(1.2);
  show("lower");
  wearer.passDark(50);
  wearer.until("shape-rest");
  wearer.pass(8);
  show("rest");
  wearer.tap("pause");
  show("paused");
  wearer.tap("end");
  wearer.pass(1);
  show("confirm");
  wearer.tap("keep-going");
  wearer.tap("resume");
  wearer.passDark(290);
  wearer.until("shape-next");
  wearer.pass(3);
  show("next");
  wearer.passDark(400);
  do {
    wearer.until("shape-next");
    wearer.passDark(16);
  } while (!wearer.world.watch.texts()["side-left"]);
  wearer.pass(20);
  show("side-left");
  wearer.until("shape-switch");
  wearer.pass(2);
  show("switch");
  wearer.pass(36);
  show("side-right");
  wearer.world.faults.app.kill();
  wearer.pass(60);
}

/** What the watch says where the part of the app that takes a session up again is empty. */
async function error(
  pkg: FitbitPackage,
  before: World,
  locale: string,
  see: See,
): Promise<void> {
  const broken: FitbitPackage = {
    ...pkg,
    watch(target) {
      const bundle = pkg.watch(target);
      const text = (path: string) =>
        path.includes("/recovery-") ? "" : bundle.text(path);
      return { ...bundle, text };
    },
  };
  const world = await createWorld(broken, { locale, epochMs: before.wallMs });
  world.importState({ watch: before.exportState().watch });
  const wearer = new Wearer(world, broken);
  wearer.launch();
  if (!world.watch.view?.endsWith("/error.view")) {
    throw new Error(`${world.watch.view} is open, not the error`);
  }
  see("error", wearer.tree, wearer.svg);
  world.dispose();
}

function afterDeath(wearer: Wearer, show: Show): void {
  wearer.launch();
  show("resume-offer");
  wearer.tap("resume-session");
  wearer.passDark(100);
  wearer.until("done-label");
  wearer.pass(3);
  show("summary");
  wearer.tap("done");
  wearer.pass(1);
  show("home");
}

/** A routine that does not fit, and one with an exercise that has no figure. */
function fromPhone(wearer: Wearer, show: Show): void {
  const { watch } = wearer.world;
  watch.exit();
  wearer.gets(undefined);
  wearer.launch();
  show("notice");
  watch.exit();
  const items = [customItem("Copenhagen plank", "hold", 2)];
  wearer.gets({ ...defaultRoutine(), revision: 9, items });
  wearer.launch();
  wearer.tap("start");
  wearer.until("ring");
  wearer.pass(8);
  show("own-exercise");
}
