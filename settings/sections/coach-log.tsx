import { defaultItem } from "../../common/default-routine";
import { codeOf } from "../../common/exercise-codes";
import { EXERCISES } from "../../common/exercises";
import { coachKey } from "../../phone/coach/classes";
import { LADDERS } from "../../phone/coach/ladders";
import { Change } from "../../phone/coach/state";
import { atStepOf } from "../../phone/coach/steps";
import { readChanges } from "../../phone/coach/stored";
import { readCoachView } from "../../phone/coach/view";
import { fromJson } from "../../phone/json";
import {
  COACH_ASK_KEY,
  COACH_LOG_KEY,
  COACH_VIEW_KEY,
} from "../../phone/settings/coach-keys";
import { hereText } from "../dates";
import { fold } from "../folds";
import { title } from "../parts";
import { View } from "../view";
import { doseText, keyName, labelled, sentences, words } from "../words";
import { backRows } from "./back";
import { coachRows } from "./coach";

/** How many changes are shown. */
const SHOWN = 5;

/** Reasons that are the same whatever moved. */
const REASONS: { readonly [rule in Change["rule"]]?: string } = {
  "D-1": "why-hurt",
  "D-2": "why-morning",
  "D-3": "why-painful",
  "D-4": "why-part",
  "D-5": "why-hard",
  "B-4": "why-hurt",
  "B-5": "why-hurt",
  runner: "why-runner",
};

function reasonText({ rule, gate, why }: Change): string {
  if (rule === "D-6") {
    if (why.full) return words("why-full", why.full);
    return words(why.effort === 1 ? "why-more" : "why-right");
  }
  if (rule === "D-B") return words("why-break", why.days || 0);
  if (rule === "B-2" || gate === "closed") return words("why-leg");
  const calm = gate !== undefined && gate !== "out" && rule !== "runner";
  return words(calm ? "why-calm" : REASONS[rule] || "why-calm");
}

/** What changed: a gate, a dose, or what was earned. */
function changeText({ exercise, gate, from, to }: Change): string {
  if (!exercise) return labelled(words("change-all"), words("change-earned"));
  const name = keyName(exercise);
  if (gate) return labelled(name, words("gate-" + gate));
  const row = EXERCISES[codeOf(exercise)];
  const dose = (step: number): string =>
    row ? doseText(atStepOf(defaultItem(row), step)) : String(step);
  return labelled(name, words("changed", dose(from), dose(to)));
}

function row(change: Change): JSX.Element {
  const { at, waits, undone, doubted } = change;
  const texts = [reasonText(change)];
  if (waits) texts.push(words("why-waits"));
  if (doubted && !undone) texts.push(words("why-doubted"));
  if (undone) texts.push(words("why-undone"));
  return (
    <TextImageRow
      label={changeText(change)}
      sublabel={sentences(texts) + " · " + hereText(at)}
    />
  );
}

/** What the coach can be asked to do now. */
function buttons({ storage, settings }: View): JSX.Element[] {
  const view = readCoachView(storage.getItem(COACH_VIEW_KEY));
  const button = (label: string, request: string): JSX.Element => (
    <Button
      list
      label={label}
      onClick={() => storage.setItem(COACH_ASK_KEY, request)}
    />
  );
  const one = (id: string, request: string) => (key: string) =>
    button(words(id, keyName(key)), request + " " + key);
  const own = settings.choices.filter(
    ({ item, step }) =>
      item.included && step === undefined && LADDERS[item.exercise],
  );
  const again = own.map(({ item }) => coachKey(item));
  const rows = again.map(one("change-coach", "coach"));
  if (!view) return rows;
  return [
    ...(view.canDo ? [button(words("change-do"), "do")] : []),
    ...(view.canTakeBack ? [button(words("change-back"), "back")] : []),
    ...view.doubted.map(one("change-back-one", "back")),
    ...view.offered.map(one("change-try", "try")),
    ...view.openable.map(one("change-open", "open")),
    ...rows,
  ];
}

/**
 * Doses that are changed for the runner: the newest change with its reason and
 * what can be done about it, then what changes by itself, and earlier changes.
 */
export function coachSection(view: View): JSX.Element {
  const { storage } = view;
  const log = readChanges(fromJson(storage.getItem(COACH_LOG_KEY)));
  const [newest, ...earlier] = log.slice(0, SHOWN).map(row);
  return (
    <Section title={title("section-coach")}>
      {newest || []}
      {buttons(view)}
      {fold(storage, "coach", words("coach"), () => coachRows(view))}
      {earlier.length
        ? fold(storage, "changes", words("section-changes"), () => earlier)
        : []}
      {backRows(view)}
    </Section>
  );
}
