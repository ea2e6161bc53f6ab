import { readFileSync } from "node:fs";
import { drawSvg } from "../simulator/draw";
import { createWorld, openPackage } from "../simulator/engine";
import { freshBuild } from "./fresh-build";

/** A picture of the watch: what it shows and its SVG, 336×336. */
export type Screen = readonly [name: string, svg: string];

/** Plays a session with all that can come up, and draws each kind of screen. */
export async function watchScreens(): Promise<Screen[]> {
  const pkg = openPackage(new Uint8Array(readFileSync(freshBuild())));
  const world = await createWorld(pkg, { display: "on" });
  const { watch } = world;
  const screens: Screen[] = [];
  const pass = (seconds: number): void =>
    world.run(world.nowMs + seconds * 1000);
  const show = (name: string): void => {
    if (watch.tree === undefined) throw new Error(`no view for ${name}`);
    screens.push([name, drawSvg(watch.tree, { image: () => undefined })]);
  };
  const tap = (id: string): void => {
    const tapped = watch.tap(id);
    if (!tapped.ok) throw new Error(`tap on ${id}: ${tapped.reason}`);
  };
  const until = (id: string, text: string): void => {
    while (watch.texts()[id] !== text) {
      if (!world.step()) throw new Error(`${id} never says ${text}`);
    }
  };
  watch.launch();
  pass(2);
  show("home");
  tap("start");
  pass(3);
  show("get-ready");
  until("number", "8");
  show("lift");
  until("phase", "Hold 3");
  show("hold");
  until("phase", "Down");
  show("lower");
  until("phase", "Rest");
  pass(8);
  show("rest");
  tap("pause");
  show("paused");
  tap("end");
  pass(1);
  show("confirm");
  tap("keep-going");
  tap("resume");
  until("phase", "Next");
  pass(3);
  show("next");
  until("exercise", "Side plank");
  pass(20);
  show("side-left");
  until("phase", "Switch sides");
  pass(2);
  show("switch");
  until("side-right", "R");
  pass(30);
  show("side-right");
  watch.kill();
  pass(60);
  watch.launch();
  pass(1);
  show("resume-offer");
  tap("resume-session");
  until("done-label", "Done");
  show("summary");
  world.dispose();
  return screens;
}
