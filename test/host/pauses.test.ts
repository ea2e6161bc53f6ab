import { defaultRoutine } from "../../common/default-routine";
import { Preferences } from "../../common/preferences";
import { type Wearer, inSession } from "../support/host";
import { disposeWorlds } from "fitbit-simulator/testing";

afterEach(disposeWorlds);

function chosen(changes: Partial<Preferences>) {
  const routine = defaultRoutine();
  return { ...routine, preferences: { ...routine.preferences, ...changes } };
}

/** Seconds behind the pause at which two quiet pulses begin. */
function reminders(wearer: Wearer, pausedAt: number): number[] {
  const felt = wearer.felt(pausedAt + 2);
  expect(felt.every(({ pattern }) => pattern === "nudge")).toBe(true);
  expect(felt.length % 2).toBe(0);
  return felt
    .filter((_, i) => i % 2 === 0)
    .map(({ at }) => Math.round(at / 1000 - pausedAt));
}

describe("a pause that goes on", () => {
  test.each([
    ["with the display on", {}],
    ["in the dark", { display: "off" }],
    ["with late timers", { jitterMs: 200, seed: 5 }],
  ] as const)(
    "is told again after half a minute, then each minute for five minutes, %s",
    async (_, options) => {
      const wearer = await inSession(undefined, { ...options, display: "on" });
      wearer.until(40).taps("pause");
      const pausedAt = wearer.now;
      if ("display" in options) wearer.watch.setDisplay(false);
      wearer.waits(1200);
      expect(reminders(wearer, pausedAt)).toEqual([30, 90, 150, 210, 270, 330]);
    },
  );

  test("counts from its own beginning when the display goes on and off", async () => {
    const wearer = await inSession();
    wearer.until(40).taps("pause");
    const pausedAt = wearer.now;
    for (let i = 0; i < 20; i++) {
      wearer.waits(7);
      wearer.watch.setDisplay(i % 2 > 0);
    }
    expect(reminders(wearer, pausedAt)).toEqual([30, 90]);
  });

  test("is silent for who wants it so", async () => {
    const wearer = await inSession(chosen({ quietPause: true }));
    wearer.until(40).taps("pause");
    const pausedAt = wearer.now;
    wearer.waits(1200);
    expect(reminders(wearer, pausedAt)).toEqual([]);
  });

  test("is told no more once the session goes on or is over", async () => {
    const wearer = await inSession();
    wearer.until(40).taps("pause").waits(20).taps("resume").waits(2);
    const again = wearer.now;
    wearer.taps("pause").waits(20).taps("end").taps("confirm-end");
    wearer.waits(600);
    const late = wearer.felt(again + 3);
    expect(late).toEqual([]);
  });
});

describe("with the touch lock", () => {
  const place = { pause: [168, 150], skip: [300, 300], back: [30, 300] };

  /** A finger on an element for so many seconds. */
  function presses(wearer: Wearer, id: keyof typeof place, seconds: number) {
    const [x, y] = place[id] as [number, number];
    wearer.watch.touch("down", x, y);
    wearer.waits(seconds);
    wearer.watch.touch("up", x, y);
  }

  test("a touch does nothing, and a press of a second what it says", async () => {
    const wearer = await inSession(chosen({ touchLock: true }));
    wearer.until(30);
    for (const id of ["pause", "skip", "back"] as const) {
      wearer.taps(id);
      presses(wearer, id, 0.4);
    }
    expect(wearer.screen).toBe("work");
    presses(wearer, "skip", 1.1);
    expect(wearer.screen).toBe("rest");
    wearer.taps("pause");
    expect(wearer.screen).toBe("rest");
    presses(wearer, "pause", 1.1);
    expect(wearer.screen).toBe("paused");
    // There is nothing to be protected from any more.
    wearer.taps("resume");
    expect(wearer.screen).toBe("rest");
  });

  test("a swipe asks whether to end, and a touch answers", async () => {
    const wearer = await inSession(chosen({ touchLock: true }));
    wearer.until(30).swipesBack();
    expect(wearer.screen).toBe("confirm");
    wearer.taps("keep-going");
    expect(wearer.screen).toBe("work");
  });
});
