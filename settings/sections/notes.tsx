import { MAX_ITEMS, MIN_REP, MIN_SET } from "../../common/limits";
import { printed } from "../../common/result";
import { Clash, Unusable } from "../../phone/settings/reader";
import {
  AFTER_RUN_KEY,
  COACH_KEY,
  QUESTIONS_KEY,
} from "../../phone/settings/coach-keys";
import { writeDefaults } from "../../phone/settings/defaults";
import { forgetUnusable } from "../../phone/settings/forget";
import { forgetUnread } from "../../phone/settings/routine-list";
import { settingText } from "../labels";
import { title } from "../parts";
import { View } from "../view";
import { sentences, valueText, words } from "../words";

/** Texts of the values that are words. */
const VALUES: { readonly [value: string]: string } = {
  true: "on",
  false: "off",
  reps: "kind-reps",
  hold: "kind-hold",
  starter: "level-starter",
  standard: "level-standard",
  full: "level-full",
  monday: "weekday-mon",
  sunday: "weekday-sun",
  saturday: "weekday-sat",
};

/** Choices whose values are words of their own, by their keys. */
const CHOICES: { readonly [key: string]: string } = {
  [COACH_KEY]: "coach-",
  [QUESTIONS_KEY]: "questions-",
  [AFTER_RUN_KEY]: "after-run-",
};

function usedText(key: string, used: string): string {
  const choice = CHOICES[key];
  return choice ? words(choice + used) : shownText(used);
}

function shownText(value: string): string {
  const known = VALUES[value];
  return known ? words(known) : valueText(Number(value) || value);
}

/** Why a value that is fine by itself does not go with the others. */
const CLASHES: { readonly [why in Clash]: () => string } = {
  rep: () => words("note-rep", MIN_REP),
  set: () => words("note-set", MIN_SET),
  items: () => words("note-items", MAX_ITEMS),
};

function noteText(view: View, { key, value, used, why }: Unusable): string {
  const setting = settingText(view.settings.choices, key);
  if (!used) return words("note-left-out", setting, value);
  const note = words("note", setting, shownText(value), usedText(key, used));
  return why ? sentences([note, CLASHES[why]()]) : note;
}

/** What could not be used of the settings, and a tap that forgets it. */
export function notesSection(view: View): JSX.Element[] {
  const { settings, storage, routines } = view;
  const unread = routines.unread.concat(routines.bad || []);
  if (!settings.unusable.length && !unread.length) return [];
  return [
    <Section title={title("section-notes")}>
      {unread.map((text) => (
        <Text>{words("routines-bad", printed(text))}</Text>
      ))}
      {settings.unusable.map((one) => (
        <Text>{noteText(view, one)}</Text>
      ))}
      <Button
        list
        label={words("notes-forget")}
        onClick={() => {
          forgetUnusable(storage, settings);
          forgetUnread(storage);
          writeDefaults(storage);
        }}
      />
    </Section>,
  ];
}
