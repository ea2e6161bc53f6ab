import { type LifeOutcome, commandLine } from "./outcome";
import type { Story } from "./story";
import type { LivesSummary } from "./workers";

/** Ms between two lines that say how many lives are done. */
const PROGRESS_MS = 30_000;

/** A word of a command line, in quotes where a shell needs them. */
function shellWord(word: string): string {
  if (/^[\w:.=+-]+$/.test(word)) return word;
  return `'${word.replace(/'/g, `'\\''`)}'`;
}

/** The rule that a story broke, and the two command lines that show it again. */
export function violationReport(story: Story, outcome: LifeOutcome): string {
  const words = commandLine(story, outcome.actions).map(shellWord);
  const json = shellWord(JSON.stringify(story));
  return [
    `violation: ${outcome.violation}`,
    `npm run -s session -- ${words.join(" ")}`,
    `npm run -s faults -- --story ${json}`,
  ].join("\n");
}

/** How many lives there were, and how often each fault was injected. */
export function summaryReport({
  lives,
  sessions,
  counts,
}: LivesSummary): string {
  const faults = Object.keys(counts).sort();
  return [
    `${lives} lives, ${sessions} sessions`,
    ...faults.map((fault) => `${String(counts[fault]).padStart(8)}  ${fault}`),
  ].join("\n");
}

/** Called after each life; prints now and then how many are done. */
export function progressReport(runs: number): (lives: number) => void {
  const started = performance.now();
  let reported = started;
  return (lives) => {
    const now = performance.now();
    if (now - reported < PROGRESS_MS) return;
    reported = now;
    const passed = Math.round((now - started) / 1000);
    const rest = Math.round((passed / lives) * (runs - lives));
    console.error(`${lives} lives in ${passed} s, about ${rest} s to go`);
  };
}
