import { apply } from "../../app/session/commands";
import { newPlayer } from "../../app/session/player";
import { nextWakeUp } from "../../app/session/wake-up";
import { playedTo } from "../builders/cue-times";
import { shortRoutine } from "../../verification/builders/routines";

/** When a session at so many ms of the short routine is to be woken next. */
function wakeUp(now: number, lit: boolean): number {
  return nextWakeUp(playedTo(newPlayer(shortRoutine()), now), now, lit);
}

describe("a session sleeps", () => {
  test("until its next cue, while the display is dark", () => {
    // Get ready counts its last three seconds; a rep goes up for two.
    expect([wakeUp(0, false), wakeUp(2000, false)]).toEqual([2000, 3000]);
    expect(wakeUp(5300, false)).toBe(7000);
  });

  test("for as long, while a figure is seen to move: the system moves it", () => {
    expect([wakeUp(5300, true), wakeUp(6900, true)]).toEqual([7000, 7000]);
  });

  test("until the seconds that are shown change", () => {
    expect([wakeUp(300, true), wakeUp(1000, true)]).toEqual([1000, 2000]);
    // The plank of 20.5 s counts down at the half seconds of the session.
    expect(wakeUp(60200, true)).toBe(60500);
  });

  test("for good while it is paused, and when it is over", () => {
    const player = playedTo(newPlayer(shortRoutine()), 2000);
    apply(player, "pause", 2000);
    expect(nextWakeUp(player, 2000, true)).toBe(-1);
    apply(player, "end", 3000);
    expect(nextWakeUp(player, 3000, true)).toBe(-1);
  });
});
