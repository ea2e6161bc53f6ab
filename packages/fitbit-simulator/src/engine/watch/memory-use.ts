import { errorOf, jerryScriptBytes } from "./jerryscript";

/** Bytes of the app's heap in QuickJS, without the simulator's own part: exact. */
export interface HeapUse {
  /** Now, or when the app last ended. */
  readonly used: number;
  /** Most of all launches so far. */
  readonly peak: number;
  /** The app is ended when it uses more. */
  readonly limit: number;
}

/** The app's part of a watch's heap in JerryScript, in bytes: estimated from {@link HeapUse}. */
export interface MemoryUse {
  readonly used: number;
  readonly peak: number;
  /** How far the true peak may be from `peak`, either way. */
  readonly error: number;
  /** What a watch leaves to the app. It is ended when even `used - error` would be more. */
  readonly limit: number;
}

/** The estimate for a heap. @param limit bytes of the watch's heap that are the app's */
export function memoryUse(heap: HeapUse, limit: number): MemoryUse {
  const peak = jerryScriptBytes(heap.peak);
  const used = jerryScriptBytes(heap.used);
  return { used, peak, error: errorOf(peak), limit };
}

/** Whether an app fits a watch, as far as the estimate can tell. */
export type Fit = "should fit" | "may not fit" | "likely too large";

/** No app is said to fit that would not if the estimate were too low by all of its error. */
export function fitOf({ peak, error, limit }: MemoryUse): Fit {
  if (peak > limit) return "likely too large";
  return peak + error > limit ? "may not fit" : "should fit";
}

/** The app's peak in words: how much of what a watch has, and whether that fits. */
export function memoryText(use: MemoryUse): string {
  const { peak, error, limit } = use;
  return `about ${kb(peak)} KB of JerryScript (± ${kb(error)}), where a watch leaves an app ${kb(limit)} KB: ${fitOf(use)}`;
}

/** Why an app was ended that took more than the estimate allows with all of its error. */
export function overText(limit: number): string {
  return `more than the ${kb(limit)} KB that a watch leaves an app, even by the lowest estimate`;
}

function kb(bytes: number): number {
  return Math.round(bytes / 1024);
}
