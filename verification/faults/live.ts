import type { FitbitPackage } from "fitbit-simulator";
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

/** The story's options for the session command, each word of its own. */
export function commandLine(
  { seed, jitterMs, display }: Story,
  actions: readonly string[],
): string[] {
  const last = actions[actions.length - 1]?.split(":")[0] ?? "0";
  return [
    ...["--seed", String(seed), "--jitter", String(jitterMs)],
    ...["--display", display, "--until", String(Number(last) + 30)],
    ...actions.flatMap((action) => ["--do", action]),
  ];
}

/** Lives the whole of a life. @throws Violation when it breaks a rule */
export async function liveIn(life: Life, pkg: FitbitPackage): Promise<void> {
  await life.begin(pkg);
  choose(life, CHOICES[life.story.routine]!);
  life.wait(4);
  for (const step of life.story.steps) doStep(life, step);
  comeTogether(life);
  checkRules(life);
}

/** Lives a story on the package and checks every rule. */
export async function live(pkg: FitbitPackage, story: Story): Promise<Outcome> {
  const life = new Life(story);
  let violation: string | undefined;
  try {
    await liveIn(life, pkg);
  } catch (error) {
    const known = error instanceof Violation;
    violation = known ? error.message : `the simulator: ${stackOf(error)}`;
  } finally {
    life.world.dispose();
  }
  const { counts, actions } = life;
  return { violation, counts, sessions: life.sessions.length, actions };
}
