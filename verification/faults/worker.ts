import { readFileSync } from "node:fs";
import { openPackage } from "fitbit-simulator";
import { type Outcome, live } from "./live";
import { storyOf } from "./story";

/** Which lives a worker is to live; its arguments, as JSON. */
export interface Share {
  packageFile: string;
  seed: number;
  /** Most steps of a life. */
  steps: number;
}

/** How a life went; the first one is 0. */
export interface Lived {
  life: number;
  outcome: Outcome;
}

const { packageFile, seed, steps } = JSON.parse(process.argv[2]!) as Share;
const pkg = openPackage(new Uint8Array(readFileSync(packageFile)));

// Each message is the number of a life to live.
process.on("message", (life: number) => {
  void live(pkg, storyOf(seed, life, steps)).then((outcome) => {
    process.send!({ life, outcome } satisfies Lived);
  });
});
