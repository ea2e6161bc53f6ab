import { playedTo } from "../builders/cue-times";
import { namedSession } from "../builders/session";
import { shortRoutine } from "../../verification/builders/routines";

/** What "back" means so many seconds into the short routine. */
function back(seconds: number): string {
  const session = playedTo(namedSession(shortRoutine()), seconds * 1000);
  return session.back(seconds * 1000);
}

describe("back", () => {
  test("in a wait means the set before", () => {
    expect([back(0), back(17), back(46)]).toEqual(Array(3).fill("previous"));
  });

  test("within 3 s of a set's start means the set before", () => {
    expect([back(5), back(40), back(62.9)]).toEqual(Array(3).fill("previous"));
  });

  test("later in a set means the same set again", () => {
    expect([back(43), back(63), back(80)]).toEqual(Array(3).fill("restart"));
  });

  test("in any rep but the first means the same set again", () => {
    expect([back(10.5), back(15.9)]).toEqual(["restart", "restart"]);
  });

  test("while paused goes by where the set was stopped", () => {
    const session = playedTo(namedSession(shortRoutine()), 62000);
    session.ask("pause", 62000);
    expect(session.back(600000)).toBe("previous");
  });
});
