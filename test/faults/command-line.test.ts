import { sessionOptions } from "../../tools/session/options";
import { SessionRun } from "../../tools/session/run";
import { type World } from "fitbit-simulator";
import { builtPackage } from "../support/host";
import { Life } from "../../verification/faults/life";
import { commandLine, liveThrough } from "../../verification/faults/outcome";
import { storyOf } from "../../verification/faults/story";

/** All that is left at the end. */
function leftOf(world: World): unknown {
  const { watch, phone } = world.exportState();
  const { settings, local } = phone;
  const files = [...watch.files].sort();
  return { files, settings, local, nowMs: world.nowMs };
}

test("a life that is printed as a command line is the same life", async () => {
  for (let life = 0; life < 4; life++) {
    const lived = new Life(storyOf(3, life, 40));
    await liveThrough(lived, builtPackage());
    const options = sessionOptions(commandLine(lived.story, lived.actions));
    if (options === "help") throw new Error("no options");
    const run = new SessionRun(
      { ...options, untilSeconds: lived.now / 1000 },
      () => undefined,
      () => undefined,
    );
    const again = await run.open(builtPackage(), undefined, () => undefined);
    await run.playAll();
    expect(leftOf(again)).toEqual(leftOf(lived.world));
    lived.world.dispose();
    again.dispose();
  }
}, 120_000);
