import type { FitbitPackage, World } from "../engine";
import { preparation } from "./input";
import type { RunOptions } from "./options";
import type { RunReport } from "./report";
import type { Run } from "./run";
import type { StateKeeper } from "./state/state-keeper";

/** What a run that goes on from a state is made of. */
export interface KeptRun {
  readonly pkg: FitbitPackage;
  readonly options: RunOptions;
  readonly run: Run;
  readonly report: RunReport;
  /** Holds the state; not closed here. */
  readonly keeper: StateKeeper;
  /** Ends the run where it is. */
  readonly stopped: AbortSignal;
  /** May change the world, its state in it, before the launch. */
  prepared?(world: World): void;
  /** Hears of the world once it is over, before the summary. */
  played?(world: World): void;
}

/**
 * Plays a package from the state that is kept to the end of the run, and keeps the state.
 * @returns false when it is not kept
 * @throws ArgumentError when the state is another app's, or an option names a file that is no use
 */
export async function playKept(parts: KeptRun): Promise<boolean> {
  const { pkg, options, run, report, keeper, stopped } = parts;
  keeper.requireOwner(pkg);
  const prepare = preparation(options);
  const world = await run.open(pkg, keeper.wallMs, (made) => {
    keeper.begin(made);
    prepare(made);
    parts.prepared?.(made);
  });
  const began = performance.now();
  await run.playAll(stopped, keeper.keep, report.progress);
  const wallMs = Math.round(performance.now() - began);
  parts.played?.(world);
  report.summary(world, wallMs);
  const kept = keeper.saveAll();
  world.dispose();
  return kept;
}
