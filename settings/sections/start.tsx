import { SUMMARY_KEY } from "../../phone/settings/keys";
import {
  FirstQuestion,
  markRead,
  minutesOf,
  nextQuestion,
  takeBench,
  takeStand,
} from "../../phone/settings/stand";
import { button, title } from "../parts";
import { View } from "../view";
import { words } from "../words";
import { helpRows } from "./about";
import { healthRows } from "./health";

/** When to get help, whom to ask, and what the runner has; then the next question. */
function safety(view: View): JSX.Element[] {
  return [
    ...helpRows(),
    <Text>{words("safety-stop")}</Text>,
    <Text>{words("safety-ask")}</Text>,
    ...healthRows(view),
    button("start-read", () => markRead(view.storage)),
  ];
}

function dose({ storage }: View): JSX.Element[] {
  return [
    <Text bold>{words("start-question")}</Text>,
    <Text>{words("start-help", minutesOf("gentle"), minutesOf("full"))}</Text>,
    button("start-gentle", () => takeStand(storage, "gentle")),
    button("start-full", () => takeStand(storage, "full")),
  ];
}

function bench({ storage }: View): JSX.Element[] {
  return [
    <Text bold>{words("start-bench")}</Text>,
    button("start-bench-yes", () => takeBench(storage, true)),
    button("start-bench-no", () => takeBench(storage, false)),
  ];
}

const QUESTIONS: {
  readonly [question in FirstQuestion]: (view: View) => JSX.Element[];
} = { safety, dose, bench };

/**
 * The question of the first use that is next; undefined for none. Until the
 * companion has told how many sessions there are, nothing is asked.
 */
export function firstQuestion({
  storage,
  summary,
}: View): FirstQuestion | undefined {
  if (storage.getItem(SUMMARY_KEY) === null) return undefined;
  const lookup = (key: string): string | null => storage.getItem(key);
  return nextQuestion(lookup, summary.totals.sessions);
}

/** What a runner is asked once, before the first session; nothing afterwards. */
export function startSection(view: View): JSX.Element[] {
  const question = firstQuestion(view);
  if (!question) return [];
  return [
    <Section title={title("section-start")}>
      {QUESTIONS[question](view)}
    </Section>,
  ];
}
