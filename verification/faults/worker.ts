import { readFileSync } from "node:fs";
import { openPackage } from "fitbit-simulator";
import { type LifeOutcome, outcomeOf } from "./outcome";
import { storyOf } from "./story";

/** What every life of a run shares: the only argument of a worker, as JSON. */
export interface WorkerTask {
  packageFile: string;
  seed: number;
  /** Most steps of a life. */
  steps: number;
}

/** What came of a life. The first life is 0. */
export interface NumberedOutcome {
  life: number;
  outcome: LifeOutcome;
}

const { packageFile, seed, steps } = JSON.parse(process.argv[2]!) as WorkerTask;
const pkg = openPackage(new Uint8Array(readFileSync(packageFile)));

// Each message is the number of a life to live.
process.on("message", (life: number) => {
  void outcomeOf(pkg, storyOf(seed, life, steps)).then((outcome) => {
    process.send!({ life, outcome } satisfies NumberedOutcome);
  });
});

// Nobody waits for this life any more.
process.on("disconnect", () => process.exit());
