import type { FitbitPackage } from "fitbit-simulator";
import { quoted, requirePackage, visibleText } from "fitbit-simulator/run";
import { freshBuild } from "../../tools/build/fresh-build";
import { OptionError } from "../options";
import { outcomeOf } from "./outcome";
import { progressReport, summaryReport, violationReport } from "./report";
import { smallestStory } from "./smallest-story";
import type { Story } from "./story";
import { storyFault } from "./story-fault";
import { liveInWorkers } from "./workers";

/** What is lived: one story, or `runs` lives of `seed`. */
export interface FaultRun {
  runs: number;
  seed: number;
  /** Most steps of a life. */
  steps: number;
  /** Processes side by side. */
  jobs: number;
  /** The .fba to try; the app's own when left out. */
  package: string | undefined;
  /** One story in JSON. */
  story: string | undefined;
}

/** Exit codes: no rule was broken; one was. */
const KEPT = 0;
const BROKEN = 1;

async function liveOne(pkg: FitbitPackage, story: Story): Promise<number> {
  const outcome = await outcomeOf(pkg, story);
  if (!outcome.violation) return KEPT;
  console.log(visibleText(violationReport(story, outcome)));
  return BROKEN;
}

/** @throws OptionError for what is no story */
function parseStory(text: string): Story {
  const fault = storyFault(text);
  if (fault === undefined) return JSON.parse(text) as Story;
  throw new OptionError(
    `--story is ${quoted(text)}: ${fault}; allowed: a story as a violation prints it, in JSON`,
  );
}

/**
 * Lives what was asked for, prints how it went, and gives the exit code.
 * @throws ArgumentError when the package or the story cannot be read
 */
export async function runFaults({
  runs,
  seed,
  steps,
  jobs,
  package: given,
  story: storyText,
}: FaultRun): Promise<number> {
  const story = storyText === undefined ? undefined : parseStory(storyText);
  const packageFile = given ?? freshBuild();
  const pkg = requirePackage(`--package ${quoted(packageFile)}`, packageFile);
  if (story) return liveOne(pkg, story);
  const summary = await liveInWorkers({
    ...{ packageFile, seed, steps, runs, jobs },
    progress: progressReport(runs),
  });
  console.log(summaryReport(summary));
  const { violated } = summary;
  if (!violated) {
    console.log("no rule was broken");
    return KEPT;
  }
  const { life, outcome } = violated;
  console.log(
    visibleText(`life ${life + 1} broke a rule: ${outcome.violation}`),
  );
  const small = await smallestStory(pkg, { seed, life, steps });
  if (small) await liveOne(pkg, small);
  else console.log("it did not do so again");
  return BROKEN;
}
