import { apply } from "../../app/session/commands";
import { isEndAsked } from "../../app/session/end-question";
import { Player, newPlayer } from "../../app/session/player";
import { playedTo } from "../builders/cue-times";
import { shortRoutine } from "../../verification/builders/routines";

/** The short routine as it has run for so many seconds. */
function running(seconds: number): Player {
  return playedTo(newPlayer(shortRoutine()), seconds * 1000);
}

describe("the question whether to end", () => {
  test("is not there before anybody asks", () => {
    expect(isEndAsked(running(2), -1, 2000)).toBe(false);
  });

  test("lapses ten seconds after it was asked", () => {
    const player = running(20);
    expect(isEndAsked(player, 20000, 20000)).toBe(true);
    expect(isEndAsked(player, 20000, 29999)).toBe(true);
    expect(isEndAsked(player, 20000, 30000)).toBe(false);
  });

  test("asked in a pause stays as long as the pause", () => {
    const player = running(20);
    apply(player, "pause", 20000);
    expect(isEndAsked(player, 60000, 3600000)).toBe(true);
  });

  test("stays through a pause that came before it had lapsed", () => {
    const player = running(20);
    apply(player, "pause", 25000);
    expect(isEndAsked(player, 20000, 3600000)).toBe(true);
  });

  test("that has lapsed is not there again in a later pause", () => {
    const player = running(20);
    apply(player, "pause", 31000);
    expect(isEndAsked(player, 20000, 31000)).toBe(false);
    apply(player, "resume", 60000);
    expect(isEndAsked(player, 20000, 60000)).toBe(false);
  });
});
