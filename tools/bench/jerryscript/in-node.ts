import { readFileSync } from "node:fs";
import { createContext, compileFunction, runInContext } from "node:vm";
import type { Life } from "./lives";
import { type Outcome, readOutcome } from "./outcome";
import { type Files, lifeScript, setupScript } from "./scripts";
import type { Workplace } from "./workplace";

/** What a life is without a limit of memory. */
export interface Reference extends Outcome {
  /** What its views were asked and answered other than usual. */
  readonly answers: Record<string, string>;
  /** The watch as the life before left it, where there was one. */
  readonly files: Files;
  readonly clock: number | undefined;
}

/** The part of the stand-ins that this file calls. */
interface Bench {
  answers: Record<string, string>;
  files: Files;
  answer(view: string, question: string): string | undefined;
  tap(id: string): void;
  view(): string;
  now(): number;
}

/** From a death to the next launch, in ms. */
const AWAY_MS = 1000;

/**
 * Lives a life with the stand-ins in Node: the cues that an engine with little
 * memory has to give, too.
 * @throws when the program fails, an element that is touched is not there, or no cue comes
 */
export function liveInNode(
  place: Workplace,
  { before, steps, longWords }: Life,
): Reference {
  const died = before && live(place, before, { longWords });
  const files = died ? { ...died.bench.files } : {};
  const clock = died && died.bench.now() + AWAY_MS;
  const { bench, printed } = live(place, steps, { longWords, files, clock });
  const outcome = readOutcome(printed);
  if (outcome.cues.length === 0) throw new Error("no cue came");
  return { ...outcome, answers: { ...bench.answers }, files, clock };
}

function live(
  place: Workplace,
  steps: Life["steps"],
  setup: { longWords?: boolean; files?: Files; clock?: number },
): { bench: Bench; printed: string } {
  const lines: string[] = [];
  const context = createContext(
    {
      print: (line: unknown) => lines.push(String(line)),
      gc: () => undefined,
      __heap: () => ({ used: 0, peak: 0 }),
      __jobs: () => void runInContext("0", context),
      __load: (path: string) =>
        compileFunction(
          readFileSync(path, "utf8"),
          ["require", "module", "exports"],
          { parsingContext: context, filename: path },
        ),
    },
    { microtaskMode: "afterEvaluate" },
  );
  for (const path of place.standIns) {
    runInContext(readFileSync(path, "utf8"), context, { filename: path });
  }
  const bench = context.bench as Bench;
  look(bench, place);
  const { folder, main } = place;
  runInContext(setupScript({ folder, main, ...setup }), context);
  runInContext(lifeScript(steps, place.backButton), context);
  return { bench, printed: lines.join("\n") };
}

/** Lets the stand-ins see the real views, and notes what is not as usual. */
function look(bench: Bench, { views }: Workplace): void {
  bench.answer = (view, question) => {
    const answer = views.answer(view, question);
    if (answer !== undefined) bench.answers[view + question] = answer;
    return answer;
  };
  const { tap } = bench;
  bench.tap = (id) => {
    if (!views.has(bench.view(), id)) {
      throw new Error(`nothing to touch: no "${id}" in ${bench.view()}.view`);
    }
    tap(id);
  };
}
