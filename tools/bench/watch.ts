import { type FitbitPackage, createWorld } from "fitbit-simulator";

/** A whole default session, from the tap on start to the finish. */
const SESSION_MS = 1_153_000;
const START_MS = 1000;

/** One run of a package: ms of real time, bytes, and what happened when. */
export interface Run {
  launchMs: number;
  workMs: number;
  heapPeak: number;
  /** Virtual ms of each vibration. */
  cues: number[];
}

/** Plays a package for a session's length, on its first model or another; taps start where there is one. */
export async function play(
  pkg: FitbitPackage,
  display: "on" | "off",
  jitterMs = 0,
  target?: string,
): Promise<Run> {
  const cues: number[] = [];
  const world = await createWorld(pkg, {
    display,
    jitterMs,
    target,
    onEvent: (event) => {
      if (event.type === "vibrate") cues.push(Math.round(event.t * 1000));
    },
  });
  const { watch } = world;
  const begun = performance.now();
  watch.launch();
  const launchMs = performance.now() - begun;
  world.run(START_MS);
  watch.tap("start");
  const started = performance.now();
  world.run(START_MS + SESSION_MS + 5000);
  const workMs = performance.now() - started;
  const { peak } = watch.heap();
  world.dispose();
  return { launchMs, workMs, heapPeak: peak, cues };
}

/** The best of several runs: what a busy machine adds is left out. */
export async function best(
  pkg: FitbitPackage,
  display: "on" | "off",
  runs: number,
): Promise<Run> {
  const all: Run[] = [];
  for (let i = 0; i < runs; i++) all.push(await play(pkg, display));
  return {
    launchMs: Math.min(...all.map((run) => run.launchMs)),
    workMs: Math.min(...all.map((run) => run.workMs)),
    heapPeak: Math.max(...all.map((run) => run.heapPeak)),
    cues: all[0]!.cues,
  };
}

/** Latest a cue comes, in ms, in the first and in the last minute. */
export function lateness(plain: number[], late: number[]): [number, number] {
  const worst = (from: number, to: number): number => {
    let most = 0;
    plain.forEach((at, i) => {
      if (at >= from && at < to) most = Math.max(most, (late[i] ?? 1e9) - at);
    });
    return most;
  };
  const end = plain[plain.length - 1]!;
  return [worst(0, START_MS + 60_000), worst(end - 60_000, end + 1)];
}
