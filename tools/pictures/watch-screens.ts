import { readFileSync } from "node:fs";
import { join } from "node:path";
import { customItem, defaultRoutine } from "../../common/default-routine";
import {
  createWorld,
  type FitbitPackage,
  openPackage,
  type WatchBundle,
  watchModel,
} from "fitbit-simulator";
import { drawSvg, loadView } from "fitbit-simulator/draw";
import { ROOT, freshBuild } from "../build/fresh-build";
import { seeQuestions } from "./question-screens";
import { type See, type Show, Wearer, showing } from "./wearer";

/** The package for a watch model as it is now; that for the newer ones when left out. */
export function builtPackage(target = ""): FitbitPackage {
  const file = freshBuild(watchModel(target)?.sdk);
  return openPackage(new Uint8Array(readFileSync(file)));
}

/**
 * Plays all that can come up on the watch, in a language of the package such as
 * `de-DE`, on a model such as `higgs`, or on the first of the newer ones.
 */
export async function seeScreens(
  locale: string,
  see: See,
  target?: string,
): Promise<void> {
  const pkg = builtPackage(target);
  const bundle = pkg.watch(target ?? pkg.targets[0]!);
  const world = await createWorld(pkg, { display: "on", locale, target });
  const wearer = new Wearer(world, bundle);
  const show = showing(wearer, see);
  beforeStart(wearer, show);
  session(wearer, show);
  error(bundle, locale, see);
  afterDeath(wearer, show);
  fromPhone(wearer, show);
  world.dispose();
  const asked = await createWorld(pkg, { display: "on", locale, target });
  seeQuestions(new Wearer(asked, bundle), see);
  asked.dispose();
}

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

/**
 * The screen that says what went wrong at a launch. Nobody can bring it about: a
 * part that is broken is missed at home.
 */
function error(bundle: WatchBundle, locale: string, see: See): void {
  const { view, widgets, screen } = bundle.manifest;
  const tree = loadView({
    path: view.replace("index", "error"),
    read: (path) => bundle.text(path),
    widgets,
    screen,
  });
  const words = readFileSync(join(ROOT, `app/i18n/${locale}.po`), "utf8");
  const word = (key: string) =>
    new RegExp(`^msgid "${key}"\nmsgstr "(.*)"$`, "m").exec(words)![1]!;
  tree.byId("title")!.text = word("error-title");
  tree.byId("detail")!.text = "TypeError: not a function";
  tree.byId("done-label")!.text = word("done");
  see("error", tree, drawSvg(tree, { image: () => undefined }));
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
