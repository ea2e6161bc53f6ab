import { arm } from "../../app/session/run";
import { playedTo } from "../builders/cue-times";
import { NamedSession, namedSession } from "../builders/session";
import { shortRoutine } from "../../verification/builders/routines";

/** When the timer of a session is set for, in ms of session time, or -1. */
function wakeUpOf(
  { session }: NamedSession,
  now: number,
  lit: boolean,
): number {
  const delay = arm(session, lit);
  return delay < 0 ? -1 : now + delay;
}

/** When a session at so many ms of the short routine is to be woken next. */
function wakeUp(now: number, lit: boolean): number {
  return wakeUpOf(playedTo(namedSession(shortRoutine()), now), now, lit);
}

describe("a session sleeps", () => {
  test("until its next cue, while the display is dark", () => {
    // Get ready counts its last three seconds; a rep goes up for two, and is
    // held for one and a half.
    expect([wakeUp(0, false), wakeUp(2000, false)]).toEqual([2000, 3000]);
    expect(wakeUp(5300, false)).toBe(8500);
  });

  test("until it turns, while a figure is seen to move: the system moves it", () => {
    expect([wakeUp(5300, true), wakeUp(9000, true)]).toEqual([7000, 10500]);
    expect(wakeUp(6900, true)).toBe(7000);
  });

  test("until the seconds that are shown change", () => {
    expect([wakeUp(300, true), wakeUp(1000, true)]).toEqual([1000, 2000]);
    // The plank of 20.5 s counts down at the half seconds of the session.
    expect(wakeUp(60200, true)).toBe(60500);
  });

  test("for good while it is paused, and when it is over", () => {
    const session = playedTo(namedSession(shortRoutine()), 2000);
    session.ask("pause", 2000);
    expect(wakeUpOf(session, 2000, true)).toBe(-1);
    session.ask("end", 3000);
    expect(wakeUpOf(session, 3000, true)).toBe(-1);
  });
});
