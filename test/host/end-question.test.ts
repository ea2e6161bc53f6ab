import { disposeWorlds } from "fitbit-simulator/testing";
import { shortRoutine } from "../../verification/builders/routines";
import { inSession } from "../support/host";
import { END, PLANK, SET1, short } from "../support/short-session";

// Further tests of the question stand in leaving.test.ts.

afterEach(disposeWorlds);

describe("the question whether to end", () => {
  test("is there for ten seconds and no longer", async () => {
    const wearer = await short(PLANK + 1);
    expect(wearer.screen).toBe("work");
    wearer.swipesBack().waits(9.4);
    expect(wearer.screen).toBe("confirm");
    // The plank counts at the half seconds.
    wearer.waits(0.6);
    expect(wearer.screen).toBe("work");
  });

  test("stays through a pause that came before it had lapsed", async () => {
    // Without the Exercise API, a clock that is set forward looks like a sleep.
    const wearer = await inSession(shortRoutine(), {
      refusedPermissions: ["access_exercise"],
    });
    wearer.until(PLANK + 1).swipesBack();
    wearer.waits(3).world.faults.jumpClock(3600_000);
    wearer.waits(60);
    expect(wearer.screen).toBe("confirm");
    wearer.taps("keep-going");
    expect(wearer.screen).toBe("paused");
  });

  test("that has lapsed is not there again in a later pause, nor behind it", async () => {
    const wearer = await short(SET1 + 1);
    wearer.swipesBack().waits(11).taps("pause");
    expect(wearer.screen).toBe("paused");
    wearer.waits(60);
    expect(wearer.screen).toBe("paused");
    wearer.taps("resume");
    expect(wearer.screen).toBe("rest");
  });

  test("lapses in the dark as well", async () => {
    const wearer = await short(PLANK + 1);
    wearer.swipesBack().waits(1).watch.setDisplay(false);
    wearer.waits(10).watch.setDisplay(true);
    expect(wearer.screen).toBe("work");
  });

  test("of a session that ended under it is not asked in the next one", async () => {
    const wearer = await short(END - 3);
    wearer.swipesBack().waits(6);
    expect(wearer.screen).toBe("summary");
    wearer.taps("done").taps("start");
    expect(wearer.screen).toBe("rest");
  });
});

test("paused at any quarter second, a session says how long it will still take", async () => {
  const wearer = await short(1);
  for (let at = 0; at < 80.5; at += 0.25) {
    wearer.until(1 + at).taps("pause");
    const left = Math.ceil(80.5 - at);
    const seconds = String(left % 60).padStart(2, "0");
    const text = `${Math.floor(left / 60)}:${seconds} left`;
    expect([at, wearer.sees["remaining"]]).toEqual([at, text]);
    wearer.taps("resume");
  }
});
