import { readFileSync } from "node:fs";
import { drawSvg } from "../simulator/draw";
import { PackageImages } from "../simulator/draw/images";
import { createWorld, openPackage } from "../simulator/engine";
import { freshBuild } from "./fresh-build";

/** A picture of the watch: what it shows and its SVG, 336×336. */
export type Screen = readonly [name: string, svg: string];

/**
 * Plays a session with all that can come up, and draws each kind of screen, in
 * a language of the package such as `de-DE`. Steps go by what is shown, never
 * by its words, so that they are the same in each language.
 */
export async function watchScreens(locale: string): Promise<Screen[]> {
  const pkg = openPackage(new Uint8Array(readFileSync(freshBuild())));
  const { files } = pkg.watch(pkg.targets[0]!);
  const images = new PackageImages((path) => files.get(path));
  const world = await createWorld(pkg, { display: "on", locale });
  const { watch } = world;
  const screens: Screen[] = [];
  const pass = (seconds: number): void =>
    world.run(world.nowMs + seconds * 1000);
  const show = (name: string): void => {
    if (watch.tree === undefined) throw new Error(`no view for ${name}`);
    const image = (href: string, fill: string | undefined) =>
      images.url(href, fill);
    screens.push([name, drawSvg(watch.tree, { image })]);
  };
  const tap = (id: string): void => {
    const tapped = watch.tap(id);
    if (!tapped.ok) throw new Error(`tap on ${id}: ${tapped.reason}`);
  };
  /** Goes on until an element of the open view is not hidden. */
  const until = (id: string): void => {
    for (;;) {
      const node = watch.tree?.byId(id);
      if (node && node.get("display") !== "none") return;
      if (!world.step()) throw new Error(`${id} is never shown`);
    }
  };
  const untilText = (id: string, text: string): void => {
    while (watch.texts()[id] !== text) {
      if (!world.step()) throw new Error(`${id} never says ${text}`);
    }
  };
  watch.launch();
  pass(2);
  show("home-first");
  tap("today");
  pass(7);
  show("feel");
  tap("done");
  tap("today");
  pass(1);
  show("today");
  watch.swipeBack();
  tap("start");
  pass(3);
  show("get-ready");
  untilText("number", "8");
  pass(0.8);
  show("lift");
  until("shape-hold");
  pass(2);
  show("hold");
  until("shape-lower");
  pass(1.2);
  show("lower");
  until("shape-rest");
  pass(8);
  show("rest");
  tap("pause");
  show("paused");
  tap("end");
  pass(1);
  show("confirm");
  tap("keep-going");
  tap("resume");
  until("shape-next");
  pass(3);
  show("next");
  do {
    until("shape-next");
    pass(16);
  } while (!watch.texts()["side-left"]);
  pass(20);
  show("side-left");
  until("shape-switch");
  pass(2);
  show("switch");
  pass(36);
  show("side-right");
  watch.kill();
  pass(60);
  watch.launch();
  pass(1);
  show("resume-offer");
  tap("resume-session");
  until("done-label");
  pass(3);
  show("summary");
  tap("done");
  pass(1);
  show("home");
  world.dispose();
  return screens;
}
