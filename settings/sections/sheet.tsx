import { sheetText } from "../../phone/coach/physio";
import { readCoachView } from "../../phone/coach/view";
import { COACH_VIEW_KEY } from "../../phone/settings/coach-keys";
import { fold } from "../folds";
import { View } from "../view";
import { keyName, labelled, sentences, words } from "../words";

/** A line of the sheet by its id; gates, reasons and health answers have words already. */
function lineText(id: string, ...values: Array<string | number>): string {
  const gate = /^sheet-(out|trial)-(\w+)$/.exec(id);
  if (gate) {
    const state = labelled(String(values[0]), words("gate-" + gate[1]!));
    const why = words(gate[2] === "leg" ? "why-leg" : "why-hurt");
    return sentences([state + " · " + values[1]! + " ·", why]);
  }
  const see = /^sheet-R-(\d)$/.exec(id);
  if (see) return words("see-" + see[1]!);
  return id.indexOf("h.") === 0
    ? words("health-" + id.slice(2))
    : words(id, ...values);
}

/** What a physiotherapist wants to see, as a text to copy; nothing before there is any. */
export function sheetRows({ storage }: View): JSX.Element[] {
  const view = readCoachView(storage.getItem(COACH_VIEW_KEY));
  if (!view || view.sheet.length < 2) return [];
  const text = sheetText(view.sheet, lineText, keyName);
  return fold(storage, "sheet", words("section-sheet"), () => [
    <TextInput label={words("sheet-copy")} value={text} />,
    ...text.split("\n").map((line) => <Text>{line}</Text>),
  ]);
}
