import { ROUTINE_VERSION, Routine } from "../../common/routine";
import { PackedRoutine, rebuildRoutine } from "../../common/routine-shape";
import { BUILT_IN } from "./built-in";
import { exists, readSealed, setAside, writeSealed } from "./files";

/** Two places for the routine: the one in use is never written to. */
const SLOTS = ["routine-a", "routine-b"];

/** A routine of 40 items takes less; anything bigger is not ours. */
const LIMIT = 8192;

/** A routine with the count that tells the newer place from the older. */
type Stored = [count: number, packed: PackedRoutine];

/** The routine on the watch, and the good one before it. */
export class Routines {
  packed = BUILT_IN;
  current: Routine = rebuildRoutine(BUILT_IN);
  /** A stored routine could not be read and was set aside. */
  damaged = false;
  private count = 0;
  private slot = 1;

  /** Reads both places and takes the newest that is whole. */
  load(): void {
    SLOTS.forEach((name, slot) => {
      const stored = readSealed<Stored>(name, LIMIT);
      if (!stored || stored[1][0] !== ROUTINE_VERSION) {
        if (exists(name)) this.damaged = true;
        setAside(name);
      } else if (stored[0] > this.count) this.use(stored, slot);
    });
  }

  /**
   * Stores a routine that has been checked, for the next session on. False
   * when there is no room; the good one stays in its place either way.
   */
  take(packed: PackedRoutine): boolean {
    const stored: Stored = [this.count + 1, packed];
    const slot = 1 - this.slot;
    if (!writeSealed(SLOTS[slot]!, stored)) return false;
    this.use(stored, slot);
    return true;
  }

  private use(stored: Stored, slot: number): void {
    this.count = stored[0];
    this.packed = stored[1];
    this.current = rebuildRoutine(stored[1]);
    this.slot = slot;
  }
}
