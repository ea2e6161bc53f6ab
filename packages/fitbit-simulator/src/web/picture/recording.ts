import { effect, signal } from "@preact/signals";
import { screen, screenSize, world } from "../page";
import { Easel, type Shown, type Size } from "./frame";
import { encodeGif, type GifFrame } from "../../draw/gif";

/** Real ms after which a recording ends by itself, and the frames that it holds at most. */
const LONGEST_MS = 20_000;
const MOST_FRAMES = 400;
/** Players show shorter frames for longer. */
const SHORTEST_MS = 20;

interface Seen {
  readonly svg: Shown;
  readonly atMs: number;
}

/** What is done with a recording: nothing, seen, or made into a file. */
export const recording = signal<"none" | "running" | "drawn">("none");

/** What the watch shows now; undefined while its display is dark. */
export function shownNow(): Shown {
  return world.value?.displayOn === true ? screen.value?.svg : undefined;
}

let finish = (): void => undefined;

/** Ends the recording that runs. */
export function endRecording(): void {
  finish();
}

/**
 * Records what the watch shows, as fast as it is seen, until it is ended or 20 seconds are over.
 * @returns a GIF file
 * @throws Error where the browser draws no pictures
 */
export async function record(): Promise<Blob> {
  const size = screenSize();
  const seen: Seen[] = [];
  recording.value = "running";
  const stop = effect(() => {
    const svg = shownNow();
    if (seen.at(-1)?.svg !== svg || seen.length === 0) {
      seen.push({ svg, atMs: performance.now() });
    }
    if (seen.length >= MOST_FRAMES) finish();
  });
  await new Promise<void>((resolve) => {
    const timer = window.setTimeout(resolve, LONGEST_MS);
    finish = () => {
      window.clearTimeout(timer);
      resolve();
    };
  });
  stop();
  recording.value = "drawn";
  try {
    return await drawn(seen, performance.now(), size);
  } finally {
    recording.value = "none";
  }
}

async function drawn(
  seen: readonly Seen[],
  endMs: number,
  size: Size,
): Promise<Blob> {
  const easel = await Easel.of(size);
  const frames: GifFrame[] = [];
  for (const [index, { svg, atMs }] of seen.entries()) {
    const ms = (seen[index + 1]?.atMs ?? endMs) - atMs;
    const rgba = await easel.pixels(svg);
    frames.push({ rgba, ms: Math.max(SHORTEST_MS, Math.round(ms)) });
  }
  const turn = () => new Promise<void>((resolve) => setTimeout(resolve, 0));
  const gif = await encodeGif(frames, size.width, size.height, turn);
  return new Blob([gif as BlobPart], { type: "image/gif" });
}
