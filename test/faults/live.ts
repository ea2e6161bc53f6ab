import type { FitbitPackage } from "../../simulator/engine";
import { Life, Violation } from "./life";
import { checkRules } from "./rules";
import { Story } from "./story";

/** How a life went. */
export interface Outcome {
  /** The rule it broke and when; undefined when all was kept. */
  violation: string | undefined;
  counts: Readonly<Record<string, number>>;
  sessions: number;
  /** Actions of the session command, and what it has no action for. */
  actions: readonly string[];
  beyond: readonly string[];
}

/** Lives a story on the package and checks every rule. */
export async function live(pkg: FitbitPackage, story: Story): Promise<Outcome> {
  const life = new Life(story);
  let violation: string | undefined;
  try {
    await life.begin(pkg);
    for (const step of story.steps) life.step(step);
    life.comeTogether();
    checkRules(life);
  } catch (error) {
    if (!(error instanceof Violation)) throw error;
    violation = error.message;
  } finally {
    life.world.dispose();
  }
  const { counts, actions, beyond } = life;
  return { violation, counts, sessions: life.sessions.length, actions, beyond };
}
