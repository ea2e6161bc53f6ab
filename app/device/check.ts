import { PackedRoutine } from "../../common/routine-shape";
import { unpackRoutine } from "../../common/wire-routine";

/**
 * The packed routine if it is one that a session can run, else undefined.
 * Loaded only when the phone sends one: the checks are a tenth of the app.
 */
export function checkRoutine(packed: unknown): PackedRoutine | undefined {
  return unpackRoutine(packed).ok ? (packed as PackedRoutine) : undefined;
}
