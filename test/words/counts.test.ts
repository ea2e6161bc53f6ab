import { MAX_ITEMS } from "../../common/limits";
import { MAX_ROUTINES } from "../../phone/settings/routines";
import { LOCALES, messages } from "../../tools/words/po";
import { everyText } from "./every-text";

const SPACED = LOCALES.filter((locale) => !/^(ja|ko|zh)/.test(locale));

/** Counts that bend words in one language or another. */
const COUNTS = [0, 1, 2, 5, 11, 21, 22];

/** What a count with a word behind it can be, where that is not any number. */
const POSSIBLE: Record<string, readonly number[]> = {
  // One day ago is "yesterday".
  "last-days": COUNTS.filter((count) => count > 1),
  // Three weeks and more.
  "offer-break": COUNTS.filter((count) => count > 20),
  // Ten days and more.
  "break-lighter": COUNTS.filter((count) => count > 10),
  "note-items": [MAX_ITEMS],
  "routines-full": [MAX_ROUTINES],
};

/** Words that stay as they are behind each of these counts, though others of the language bend. */
const UNBENT: Record<string, RegExp> = {
  "cs-CZ": /^(Před %2 dny|Pauza %1 dní)/,
  "pl-PL": /^%\d dni /,
};

/**
 * Messages with a place that is no count, but a name, a date, or a length with its unit; and one
 * whose word ("more") bends in no language.
 */
const NO_COUNT =
  /^(left-over|week-of|sheet-(period|step)|note|note-left-out|dose-each-side|totals|shortened|import-value|date|moment|month|time-.*)$|%1 (has the same|could|ended|has no|is|started|uses)|^(Allow|Close|Move|Remove|Simulated) |^and %1 more$/;

/** What needs no plural: a unit, a sign, the end, a number of a number. */
const UNIT =
  /^(\s?(min|mnt|мин|s|с|dtk|h|MB|Mo|МБ|KB|Ko|КБ|×)(?!\p{L})|[^\p{L}\s]|$|\s[^\p{L}]|\s\p{L}+ %\d)/u;

/** An abbreviation, which has one form. */
const SHORT = /^\s\p{L}{1,4}\./u;

/** Whether what stands behind a count is right for all that it can be. */
function isRight(locale: string, key: string, text: string, behind: string) {
  if (UNIT.test(behind) || SHORT.test(behind)) return true;
  const rules = new Intl.PluralRules(locale);
  // No word bends in a language with one form.
  if (rules.resolvedOptions().pluralCategories.length === 1) return true;
  const possible = POSSIBLE[key];
  if (possible === undefined) return false;
  const forms = new Set(possible.map((count) => rules.select(count)));
  if (forms.size > 1) return UNBENT[locale]?.test(text) ?? false;
  // Romanian sets a word between a count that ends in 20 and more and its noun.
  return locale !== "ro-RO" || !forms.has("other") || /^ de /.test(behind);
}

/** The places of a language's texts where a word would have to agree with a count. */
function bent(locale: string, texts: ReadonlyMap<string, string>) {
  return [...texts]
    .filter(([key]) => !NO_COUNT.test(key))
    .flatMap(([key, text]) =>
      [...text.matchAll(/%\d/g)]
        .filter(
          ({ 0: place, index }) =>
            !isRight(locale, key, text, text.slice(index + place.length)),
        )
        .map(({ 0: place }) => [key, place, text]),
    );
}

test.each(SPACED)(
  "%s is right beside 0, 1, 2, 5, 11, 21 and 22 wherever a count stands",
  (locale) => {
    expect(everyText(locale).flatMap(({ said }) => bent(locale, said))).toEqual(
      [],
    );
  },
);

test.each([
  ["pl-PL", "sets-done", "%1 serie"],
  ["ro-RO", "note-items", "Cel mult %1 exerciții."],
  ["ru-RU", "last-days", "%2 дня назад"],
  ["en-US", "weeks", "%1 weeks"],
])("in %s the text %s, “%s”, bends", (locale, key, text) => {
  expect(bent(locale, new Map([[key, text]]))).toHaveLength(1);
});

test.each(
  SPACED.filter((locale) => {
    const rules = new Intl.PluralRules(locale);
    return new Set(COUNTS.map((count) => rules.select(count))).size > 2;
  }),
)("%s abbreviates what stands under a count on the watch", (locale) => {
  const texts = messages("app", locale);
  for (const key of ["sets", "reps"]) expect(texts.get(key)).toMatch(/\.$/);
});
