/**
 * What a watch app would take of the heap of JerryScript, a watch's engine, estimated from what it
 * takes of the heap of QuickJS, the engine here.
 *
 * The numbers come from 61 public Fitbit OS apps. Each was built unchanged and run twice: in this
 * simulator, and in JerryScript 3.0 (32 bits, 16-bit compressed pointers, a heap of 64 KB, or of
 * 128 KB where that was too small) on small stand-ins for Fitbit's modules. They relate the peak of
 * the one heap to the peak of the other above the stand-ins. Least squares, with each app's error
 * taken relative to its QuickJS peak + 5,000 bytes, give 0.609 × QuickJS − 1,093: rounded below.
 * The stand-ins leave garbage behind when they start, so the first bytes of an app cost nothing.
 *
 * The error was found by leaving out all apps of one author (there are 46), fitting the others, and
 * looking at those left out: half are within 0.8 KB, and 58 of 61 within {@link errorOf}; of the 26
 * with an estimate above 4,000 bytes 23, of the 9 above 10,000 bytes 7. The largest app measured
 * took 36 KB, so what is far above that is a guess. The size of the script as a second number did
 * not help: the mean error rose from 1.6 to 1.8 KB, the largest from 10 to 12 KB or more.
 */
const JERRYSCRIPT_PER_QUICKJS = 0.6;
const FREE_BYTES = 1000;
const ERROR_BYTES = 3 * 1024;
const ERROR_SHARE = 0.25;

/** What the system's own modules take of a watch's heap, in bytes. The stand-ins take as much. */
export const SYSTEM_BYTES = 20 * 1024;

/** Whole bytes of JerryScript's heap for bytes of QuickJS's: an estimate, never negative. */
export function jerryScriptBytes(quickJsBytes: number): number {
  const estimate = quickJsBytes * JERRYSCRIPT_PER_QUICKJS - FREE_BYTES;
  return Math.max(0, Math.round(estimate));
}

/** How far the truth may be from an estimate of so many bytes, either way. */
export function errorOf(estimate: number): number {
  return Math.round(ERROR_BYTES + estimate * ERROR_SHARE);
}

/**
 * Bytes of QuickJS's heap beyond which an app has no room in `limit` bytes of JerryScript's, even
 * if the estimate is too high by all of its error.
 */
export function mostQuickJsBytes(limit: number): number {
  const estimate = (limit + ERROR_BYTES) / (1 - ERROR_SHARE);
  return Math.floor((estimate + FREE_BYTES) / JERRYSCRIPT_PER_QUICKJS);
}
