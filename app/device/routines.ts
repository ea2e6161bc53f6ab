import { Routine } from "../../common/routine";
import { PackedRoutine, unpackRoutine } from "../../common/wire-routine";
import { exists, read, setAside, write } from "./files";

/** Two places for the routine: the one in use is never written to. */
const SLOTS = ["routine-a", "routine-b"];

/** A routine of 40 items takes less; anything bigger is not ours. */
const LIMIT = 4096;

/**
 * The default routine of common/dose.ts, which would take more room as code: a
 * test holds the two together.
 */
export const BUILT_IN: PackedRoutine = [
  1,
  0,
  "Runner's Core",
  10,
  15,
  8,
  7,
  [
    [0, 0, 3, 15, 4, 10, 4, 30],
    [1, 0, 3, 15, 4, 4, 4, 30],
    [2, 4, 1, 1, 0, 120, 0, 30],
    [3, 6, 1, 1, 0, 120, 0, 30],
    [4, 4, 3, 1, 0, 60, 0, 5],
  ],
];

/** The routine on the watch, and the good one before it. */
export class Routines {
  current: Routine;
  /** A stored routine could not be read and was set aside. */
  damaged = false;
  private newest = 0;
  private slot = 1;

  constructor() {
    const builtIn = unpackRoutine(BUILT_IN);
    if (!builtIn.ok) throw new Error(builtIn.fault.field);
    this.current = builtIn.value;
  }

  /** Reads both places and takes the newest that is whole. */
  load(): void {
    for (let i = 0; i < SLOTS.length; i++) {
      const stored = read(SLOTS[i]!, LIMIT) as [number, unknown] | undefined;
      const counted = stored && typeof stored[0] === "number" && stored[0] > 0;
      const routine = unpackRoutine(counted ? stored[1] : undefined);
      if (routine.ok) {
        if (stored![0] > this.newest) {
          this.newest = stored![0];
          this.current = routine.value;
          this.slot = i;
        }
      } else if (exists(SLOTS[i]!)) {
        this.damaged = true;
        setAside(SLOTS[i]!);
      }
    }
  }

  /**
   * Takes a packed routine from the phone, for the next session on. Returns
   * why not, or undefined; the good one stays in its place either way.
   */
  take(packed: unknown): string | undefined {
    const routine = unpackRoutine(packed);
    if (!routine.ok) return routine.fault.field;
    const slot = 1 - this.slot;
    if (!write(SLOTS[slot]!, [this.newest + 1, packed])) return "space";
    this.slot = slot;
    this.newest++;
    this.current = routine.value;
    return undefined;
  }
}
