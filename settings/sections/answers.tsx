import { HURTS } from "../../common/record";
import { LoneCheck } from "../../common/wire/coach";
import {
  Answer,
  Answered,
  UNANSWERED,
  answerOf,
  answeredOf,
  hurtValue,
  isCorrectable,
  nameable,
  valuesOf,
} from "../../phone/history/answers";
import {
  CHECK_ANSWERS,
  CheckAnswer,
  checkAnswerOf,
  checkValuesOf,
} from "../../phone/history/check-answers";
import { HistoryEntry, entryId } from "../../phone/history/entry";
import { correctKey } from "../../phone/settings/keys";
import { momentText } from "../dates";
import { fold } from "../folds";
import { choice } from "../parts";
import { View } from "../view";
import { nameOf, words } from "../words";

/** The words of an answer, by its value. */
const TEXTS: { readonly [answer in Answer]?: ReadonlyArray<string> } = {
  legBefore: ["leg-no", "leg-usual", "leg-more", "leg-numb"],
  legAfter: ["leg-same", "leg-less", "leg-further", "leg-numb"],
  effort: ["", "effort-more", "effort-right", "effort-hard"],
  morning: ["morning-no", "morning-yes"],
  postRun: ["morning-no", "morning-yes"],
};

/** What the page calls an answer. */
function labelOf(answer: Answer): string {
  if (answer === "legBefore") return words("answer-leg-before");
  if (answer === "legAfter") return words("answer-leg-after");
  if (answer === "postRun") return words("answer-run");
  return words("answer-" + answer);
}

function valueText(answer: Answer, value: string): string {
  if (value === UNANSWERED) return words("unanswered");
  const texts = TEXTS[answer];
  return texts ? words(texts[Number(value)]!) : value;
}

/** One answer as a choice of all that it can be. */
function answerRow(
  { storage }: View,
  record: Answered,
  answer: Answer,
): JSX.Element {
  return choice(
    storage,
    correctKey(record.id, answer),
    labelOf(answer),
    valuesOf(record, answer),
    answerOf(record, answer),
    (value) => valueText(answer, value),
  );
}

/** Which exercise hurt, and where, once one is named. */
function hurtRows({ storage }: View, record: Answered): JSX.Element[] {
  const key = correctKey(record.id, "hurt");
  const now = answerOf(record, "hurt");
  const [place, where] = now.split(":");
  // As the watch takes it for where it hurt.
  const worse = (record.check.legAfter || 0) >= 2;
  const name = (value: string): string => {
    const { exercise, name: own } = record.items[Number(value.split(":")[0])]!;
    return nameOf(exercise, own);
  };
  const which = nameable(record).map((one) =>
    hurtValue(one, where || (worse ? "leg" : "back")),
  );
  const rows = [
    choice(
      storage,
      key,
      labelOf("hurt"),
      [UNANSWERED].concat(which),
      now,
      (value) => (value === UNANSWERED ? words("unanswered") : name(value)),
    ),
  ];
  if (now === UNANSWERED) return rows;
  const places = HURTS.map((one) => hurtValue(Number(place), one));
  const whereText = (value: string): string =>
    words("hurt-" + value.split(":")[1]!);
  return rows.concat(
    choice(storage, key, words("answer-where"), places, now, whereText),
  );
}

/** The answers of a session, to be corrected while there is time; nothing after that. */
export function answerRows(
  view: View,
  entry: HistoryEntry,
  name: string,
): JSX.Element[] {
  const record = answeredOf(entry);
  if (!record || !isCorrectable(record.start, view.now)) return [];
  const row = (answer: Answer): JSX.Element => answerRow(view, record, answer);
  const label = words("answers-of", name);
  return fold(view.storage, "answers " + entryId(entry), label, () => [
    <Text>{words("answers-help")}</Text>,
    ...(["morning", "postRun", "before", "legBefore", "after"] as const).map(
      row,
    ),
    // Named before the leg is told to be worse: else the likeliest one is out too.
    ...hurtRows(view, record),
    ...(["legAfter", "effort"] as const).map(row),
  ]);
}

/** The answers of a check that no session followed, as rows to correct them. */
function checkRows({ storage }: View, check: LoneCheck): JSX.Element[] {
  const { id, at, offset } = check;
  const when = momentText(at, offset);
  const row = (answer: CheckAnswer): JSX.Element =>
    choice(
      storage,
      correctKey(id, answer),
      words("answer-" + answer),
      checkValuesOf(answer),
      checkAnswerOf(check, answer),
      (value) => valueText(answer === "leg" ? "legBefore" : "before", value),
    );
  return [
    <TextImageRow label={when} sublabel={words("row-rest")} />,
    ...fold(storage, "answers " + id, words("answers-of", when), () => [
      <Text>{words("answers-help")}</Text>,
      ...CHECK_ANSWERS.map(row),
    ]),
  ];
}

/** Days without a session whose answers can be corrected, the newest first. */
export function restRows(view: View): JSX.Element[] {
  return view.summary.checks
    .filter(({ at }) => isCorrectable(at, view.now))
    .reduce<JSX.Element[]>(
      (all, check) => all.concat(checkRows(view, check)),
      [],
    );
}

/** Why an answer was not corrected, or nothing. */
export function refusedRows({ summary }: View): JSX.Element[] {
  const { uncorrected } = summary;
  if (!uncorrected) return [];
  const { reason, what } = uncorrected;
  return [<Text bold>{words("uncorrected-" + reason, what)}</Text>];
}
