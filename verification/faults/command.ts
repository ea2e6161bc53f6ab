import type { FitbitPackage } from "fitbit-simulator";
import { quoted, requirePackage, visibleText } from "fitbit-simulator/run";
import { freshBuild } from "../../tools/build/fresh-build";
import {
  JOBS,
  type Option,
  OptionError,
  PACKAGE,
  SEED,
  runCommand,
  wholeNumber,
} from "../options";
import { outcomeOf } from "./outcome";
import { progressReport, summaryReport, violationReport } from "./report";
import { smallestStory } from "./smallest-story";
import { STEPS, type Story } from "./story";
import { storyFault } from "./story-fault";
import { liveInWorkers } from "./workers";

const STORY: Option<Story | undefined> = {
  form: "JSON",
  help: "live this one story, as a violation prints it",
  read: ([text], name) => {
    if (text === undefined) return undefined;
    const fault = storyFault(text);
    if (fault === undefined) return JSON.parse(text) as Story;
    throw new OptionError(
      `--${name} is ${quoted(text)}: ${fault}; allowed: a story as a violation prints it, in JSON`,
    );
  },
};

const OPTIONS = {
  runs: wholeNumber("lives", 300),
  seed: SEED,
  steps: wholeNumber("most steps of a life", STEPS),
  jobs: JOBS,
  package: PACKAGE,
  story: STORY,
};

/** Exit codes: no rule was broken; one was. */
const KEPT = 0;
const BROKEN = 1;

async function liveOne(pkg: FitbitPackage, story: Story): Promise<number> {
  const outcome = await outcomeOf(pkg, story);
  if (!outcome.violation) return KEPT;
  console.log(visibleText(violationReport(story, outcome)));
  return BROKEN;
}

void runCommand(
  "faults",
  OPTIONS,
  async ({ runs, seed, steps, jobs, package: given, story }) => {
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
  },
);
