import type { FitbitPackage } from "fitbit-simulator";
import { Life, Violation } from "./life";
import { checkDoses, checkLone, checksOf } from "./coach-rules";
import { ROUTINE_CHOICES } from "./routine-choices";
import { checkHistory, checkMeeting, historyOf } from "./rules";
import { chooseRoutine, meetUndisturbed, doStep } from "./steps";
import { Story } from "./story";

/** What came of one life. */
export interface LifeOutcome {
  /** The rule it broke and when; undefined when it kept all. */
  violation: string | undefined;
  /** Faults that were injected, by kind. */
  counts: Readonly<Record<string, number>>;
  /** Sessions that were started. */
  sessions: number;
  /** The same life for the session command. */
  actions: readonly string[];
}

function stackOf(error: unknown): string {
  return error instanceof Error ? String(error.stack) : String(error);
}

/** Arguments of `npm run session` for the same life, one word each. */
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

/** Has all steps of a story happen. @throws Violation when a rule is broken */
export async function liveThrough(
  life: Life,
  pkg: FitbitPackage,
): Promise<void> {
  await life.begin(pkg);
  chooseRoutine(life, ROUTINE_CHOICES[life.story.routine]!);
  life.wait(4);
  for (const step of life.story.steps) doStep(life, step);
  meetUndisturbed(life);
  checkMeeting(life);
  checkDoses(life);
  const histories = [historyOf(life)];
  const checks = [checksOf(life)];
  if (life.otherPhone) {
    life.swapPhones();
    meetUndisturbed(life);
    checkMeeting(life);
    checkDoses(life);
    histories.push(historyOf(life));
    checks.push(checksOf(life));
  }
  checkLone(life, checks);
  checkHistory(life, histories);
}

/** Lives a story with the package and checks every rule. */
export async function outcomeOf(
  pkg: FitbitPackage,
  story: Story,
): Promise<LifeOutcome> {
  const life = new Life(story);
  let violation: string | undefined;
  try {
    await liveThrough(life, pkg);
  } catch (error) {
    const known = error instanceof Violation;
    violation = known ? error.message : `the simulator: ${stackOf(error)}`;
  } finally {
    life.world.dispose();
  }
  const { counts, actions } = life;
  return { violation, counts, sessions: life.sessions.length, actions };
}
