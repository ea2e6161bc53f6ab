import { shortRoutine } from "../../verification/builders/routines";
import { inSession } from "../support/host";
import { LEFT, RIGHT, finished } from "../support/short-session";
import { disposeWorlds } from "fitbit-simulator/testing";

afterEach(disposeWorlds);

/** What stands beside the figure in a hold of two sides. */
function side(sees: Record<string, string>): string {
  return (sees["side-left"] ?? "") + (sees["side-right"] ?? "");
}

test("the side that comes first is another in the next session, on the screen and in the record, a death in between or not", async () => {
  const wearer = await inSession(shortRoutine());
  expect(side(wearer.until(LEFT + 1).sees)).toBe("L");
  expect(side(wearer.until(RIGHT + 1).sees)).toBe("R");
  expect(finished(wearer).check!.firstSide).toBe(0);

  wearer.taps("done").taps("start");
  const begun = wearer.now - 1;
  wearer.until(begun + LEFT + 1);
  expect(side(wearer.sees)).toBe("R");
  // The first of the two sides is skipped: it is the right one that lacks a hold.
  wearer.taps("skip").waits(1);
  expect(wearer.sees["detail"]).toBe("Left");
  wearer.dies(5).taps("resume-session").waits(150);
  const second = wearer.sent.at(-1);
  expect(second!.check!.firstSide).toBe(1);
  expect(second!.items[1]).toMatchObject({ exercise: "side-plank", sets: 0 });
  const [left, right] = second!.items[1]!.holdSeconds;
  expect(left).toBe(5);
  expect(right).toBeLessThan(3);

  wearer.taps("done").taps("start").waits(100);
  expect(wearer.sent.at(-1)!.check!.firstSide).toBe(0);
  expect(wearer.faults).toEqual([]);
});
