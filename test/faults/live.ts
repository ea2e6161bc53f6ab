import type { FitbitPackage } from "../../simulator/engine";
import { Life, Violation } from "./life";
import { CHOICES } from "./routines";
import { checkRules } from "./rules";
import { choose, comeTogether, doStep } from "./steps";
import { Story } from "./story";

/** How a life went. */
export interface Outcome {
  /** The rule it broke and when; undefined when all was kept. */
  violation: string | undefined;
  counts: Readonly<Record<string, number>>;
  sessions: number;
  /** The same life for the session command. */
  actions: readonly string[];
}

function stackOf(error: unknown): string {
  return error instanceof Error ? String(error.stack) : String(error);
}

/** Lives a story on the package and checks every rule. */
export async function live(pkg: FitbitPackage, story: Story): Promise<Outcome> {
  const life = new Life(story);
  let violation: string | undefined;
  try {
    await life.begin(pkg);
    choose(life, CHOICES[story.routine]!);
    life.wait(4);
    for (const step of story.steps) doStep(life, step);
    comeTogether(life);
    checkRules(life);
  } catch (error) {
    const known = error instanceof Violation;
    violation = known ? error.message : `the simulator: ${stackOf(error)}`;
  } finally {
    life.world.dispose();
  }
  const { counts, actions } = life;
  return { violation, counts, sessions: life.sessions.length, actions };
}
