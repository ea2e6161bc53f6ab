import { type Wearer, inSession } from "../support/host";
import { SYSTEM_BYTES } from "fitbit-simulator";
import { disposeWorlds } from "fitbit-simulator/testing";

afterAll(disposeWorlds);

/** All of a watch's heap. */
const WATCH = 64 * 1024;
/** Heap of a watch without any shortage. */
const ROOMY = 128 * 1024;
/** A session ends after so many seconds of the world. */
const END = 1154;

async function session(
  watchHeapBytes: number,
  display: "on" | "off" | "auto" = "auto",
): Promise<Wearer> {
  const options = { watchHeapBytes, display, companion: true };
  return (await inSession(undefined, options)).until(END + 10);
}

describe("a watch with a tenth less memory than there is", () => {
  test.each(["on", "off", "auto"] as const)(
    "plays the whole default session, display %s",
    async (display) => {
      const wearer = await session(WATCH * 0.9, display);
      expect(wearer.faults).toEqual([]);
      expect(wearer.record).toMatchObject({ outcome: "completed" });
    },
  );

  test("takes a session up again after a death", async () => {
    const options = { watchHeapBytes: WATCH * 0.9, companion: true };
    const wearer = (await inSession(undefined, options)).until(400).dies();
    wearer
      .waits(1)
      .taps("resume-session")
      .until(END + 120);
    expect(wearer.faults).toEqual([]);
    expect(wearer.sent).toHaveLength(1);
  });
});

describe("a watch short of memory", () => {
  let roomy: Wearer;
  beforeAll(async () => {
    roomy = await session(ROOMY);
  });

  /** What the system calls high is 75 % full at rest, its own part included; critical 90 %. */
  test.each([
    ["high", 0.85, 0.75],
    ["critical", 0.97, 0.9],
  ])(
    "(pressure %s) plays on, feels the same and says nothing",
    async (_pressure, share, full) => {
      const { peak } = roomy.watch.memory();
      const watchHeapBytes = (SYSTEM_BYTES + peak) / share;
      const options = { watchHeapBytes, companion: true };
      const wearer = await inSession(undefined, {
        ...options,
        display: "auto",
      });
      let fullest = 0;
      while (wearer.now < END + 10) {
        wearer.until(Math.min(END + 10, wearer.now + 5));
        const used = SYSTEM_BYTES + wearer.watch.memory().used;
        fullest = Math.max(fullest, used / watchHeapBytes);
      }
      expect(fullest).toBeGreaterThan(full);
      expect(wearer.faults).toEqual([]);
      expect(wearer.felt()).toEqual(roomy.felt());
      expect(wearer.record).toEqual(roomy.record);
      expect(shown(wearer)).toEqual(shown(roomy));
    },
  );
});

/** All that the screens said, in order. */
function shown({ observed }: Wearer): unknown[] {
  return observed.of("screen").map(({ t, view, text }) => ({ t, view, text }));
}
