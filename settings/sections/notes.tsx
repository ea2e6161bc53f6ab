import { PREFERENCES } from "../../common/preferences";
import { withoutNumber } from "../../phone/settings/keys";
import { Unusable } from "../../phone/settings/reader";
import { writeDefaults } from "../../phone/settings/defaults";
import { forgetUnusable } from "../../phone/settings/writer";
import { title } from "../parts";
import { View } from "../view";
import { choiceName, labelled, valueText, words } from "../words";

/** What the page calls a setting; of one exercise, by what is behind the dot. */
const LABELS: { readonly [key: string]: string } = {
  name: "name",
  level: "level",
  order: "order",
  custom: "section-custom",
  ready: "pace-ready",
  between: "pace-between",
  switch: "pace-switch",
  rest: "pace-rest",
  lift: "pace-lift",
  lower: "pace-lower",
  goal: "goal",
};

const ITEM_LABELS: { readonly [field: string]: string } = {
  in: "section-routine",
  kind: "kind",
  both: "both-sides",
  sets: "sets",
  reps: "reps",
  hold: "hold-seconds",
  rest: "rest-seconds",
  lift: "pace-lift",
  lower: "pace-lower",
};

/** Texts of the values that are words. */
const VALUES: { readonly [value: string]: string } = {
  true: "on",
  false: "off",
  reps: "kind-reps",
  hold: "kind-hold",
  starter: "level-starter",
  standard: "level-standard",
  full: "level-full",
};

/** A setting as the page names it, else its key. */
function settingText({ settings }: View, key: string): string {
  const preference = PREFERENCES.filter((one) => one.key === key)[0];
  const known = preference ? preference.label : LABELS[key];
  if (known) return words(known);
  const dot = key.lastIndexOf(".");
  const item = withoutNumber(key.slice(0, dot));
  const label = ITEM_LABELS[key.slice(dot + 1)];
  const choice = settings.choices.filter((one) => one.key === item)[0];
  return choice && label ? labelled(choiceName(choice), words(label)) : key;
}

function usedText(used: string): string {
  const known = VALUES[used];
  return known ? words(known) : valueText(Number(used) || used);
}

function noteText(view: View, { key, value, used }: Unusable): string {
  const setting = settingText(view, key);
  return used
    ? words("note", setting, value, usedText(used))
    : words("note-left-out", setting, value);
}

/** What could not be used of the settings, and a tap that forgets it. */
export function notesSection(view: View): JSX.Element[] {
  const { settings, storage } = view;
  if (!settings.unusable.length) return [];
  return [
    <Section title={title("section-notes")}>
      {settings.unusable.map((one) => (
        <Text>{noteText(view, one)}</Text>
      ))}
      <Button
        list
        label={words("notes-forget")}
        onClick={() => {
          forgetUnusable(storage, settings);
          writeDefaults(storage);
        }}
      />
    </Section>,
  ];
}
