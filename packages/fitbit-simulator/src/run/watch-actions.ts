import type { World } from "../engine";
import type { ActionTable } from "./action";

/** Taps; a display that is dark is on for as long as the finger touches it. */
function tap({ watch }: World, id: string): string | void {
  const tapped = watch.tap(id);
  if (tapped.ok) return;
  if (watch.display.on) return tapped.reason;
  watch.setDisplay(true);
  const again = watch.tap(id);
  watch.setDisplay(false);
  if (!again.ok) return again.reason;
}

/** What happens to the watch in daily use. */
export const WATCH_ACTIONS: ActionTable = {
  tap: {
    form: "ID",
    pattern: /./s,
    needs: "the id of an element: tap:ID",
    act: tap,
  },
  "swipe-back": { act: ({ watch }) => watch.swipeBack() },
  kill: { act: ({ faults }) => faults.app.kill() },
  launch: { act: ({ watch }) => watch.launch() },
  "display-off": { act: ({ watch }) => watch.setDisplay(false) },
  "display-on": { act: ({ watch }) => watch.setDisplay(true) },
  clock: {
    form: "±SECONDS",
    pattern: /^[+-]\d{1,9}(\.\d{1,3})?$/,
    needs:
      "signed seconds from -999999999 to +999999999: clock:+3600 or clock:-5",
    act: (world, value) => world.faults.jumpClock(Number(value) * 1000),
  },
};
