import { Flag } from "../common/watch-tables";
import { R } from "../common/wire/flat-routine";
import { stayOn } from "./platform/display";
import { play } from "./platform/haptics";
import { Haptic } from "./platform/patterns";
import { refresh } from "./screen";
import { Runner, state } from "./state";
import { routineInUse } from "./storage/routines";
import { startCueDemo } from "./ui/cue-demo";

// Loaded only when the runner, or the phone, asks for the cue demo.

/** Plays all cues as a session does, each with its meaning on the screen. */
export function start(runner: Runner): void {
  if (state.demo) state.demo.stop();
  state.page = "cue-demo";
  state.felt = true;
  // Whoever asked to see it sees it to the end.
  stayOn(true);
  const demo = startCueDemo(
    (cue) => {
      const strong = !!(routineInUse()[R.Flags]! & Flag.Strong);
      if (cue) play(runner.layPulses, cue, strong, 0);
      else {
        state.demo!.stop();
        state.page = "";
        state.demo = undefined;
      }
      refresh();
    },
    (cue) => (runner.HAPTICS[cue]! >> Haptic.Pulses) & 3,
  );
  state.demo = {
    draw: demo.draw,
    stop(): void {
      stayOn(false);
      demo.stop();
    },
  };
}
