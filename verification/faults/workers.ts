import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import type { NumberedOutcome, WorkerTask } from "./worker";

/** What came of many lives, up to the first that broke a rule. */
export interface LivesSummary {
  lives: number;
  sessions: number;
  /** Faults that were injected, by kind. */
  counts: Record<string, number>;
  /** The first life that broke a rule. */
  violated: NumberedOutcome | undefined;
}

export interface LivesOptions extends WorkerTask {
  runs: number;
  /** Processes side by side. The summary is the same for any number. */
  jobs: number;
  /** Called after each life with how many have been lived. */
  progress?: (lives: number) => void;
}

const WORKER = join(__dirname, "worker.ts");

/** Lives stories in several processes, until one breaks a rule or all are lived. */
export async function liveInWorkers(
  options: LivesOptions,
): Promise<LivesSummary> {
  const { packageFile, seed, steps, runs, jobs, progress } = options;
  const task = JSON.stringify({
    packageFile,
    seed,
    steps,
  } satisfies WorkerTask);
  const lived: NumberedOutcome[] = [];
  let next = 0;
  let end = runs;
  let count = 0;
  const work = (worker: ChildProcess) =>
    new Promise<void>((done, failed) => {
      const goOn = () => {
        if (next < end) worker.send(next++);
        else worker.disconnect();
      };
      worker.on("message", (one: NumberedOutcome) => {
        lived[one.life] = one;
        // Those before it are still lived, because one of them may break a rule too.
        if (one.outcome.violation) end = Math.min(end, one.life + 1);
        progress?.(++count);
        goOn();
      });
      worker.on("error", failed);
      worker.on("exit", (code) =>
        code === 0 ? done() : failed(new Error(`a worker ended with ${code}`)),
      );
      goOn();
    });
  const workers = Array.from({ length: Math.min(jobs, runs) }, () =>
    fork(WORKER, [task]),
  );
  try {
    await Promise.all(workers.map(work));
  } finally {
    for (const worker of workers) worker.kill();
  }
  return summaryOf(lived.slice(0, end));
}

function summaryOf(lived: NumberedOutcome[]): LivesSummary {
  const counts: Record<string, number> = {};
  let sessions = 0;
  for (const { outcome } of lived) {
    sessions += outcome.sessions;
    for (const [fault, count] of Object.entries(outcome.counts)) {
      counts[fault] = (counts[fault] ?? 0) + count;
    }
  }
  const violated = lived.find(({ outcome }) => outcome.violation);
  return { lives: lived.length, sessions, counts, violated };
}
