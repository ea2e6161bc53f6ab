import { EXERCISES } from "../../common/exercises";
import { departures, glossary } from "../../tools/words/glossary";
import { LOCALES, messages } from "../../tools/words/po";
import { everyText } from "./every-text";

const OTHERS = LOCALES.filter((locale) => locale !== "en-US");
const terms = glossary();

test.each(OTHERS)("%s says each term of the glossary in one way", (locale) => {
  const found = everyText(locale).flatMap(({ english, said }) =>
    departures(terms, locale, english, said),
  );
  expect(found).toEqual([]);
});

test("a text that departs from the glossary is named, with what was wanted", () => {
  const said = new Map([["rest", "Rest"]]);
  const text = new Map([["rest", "Odihnă"]]);
  expect(departures(terms, "ro-RO", said, text)).toEqual([
    { key: "rest", term: "rest", wanted: ["pauză"], text: "Odihnă" },
  ]);
});

test("no exception of the glossary is left from a text that follows it by now", () => {
  const used = new Set<string>();
  for (const locale of OTHERS) {
    for (const { english, said } of everyText(locale)) {
      for (const one of terms) {
        const all = departures(
          [{ ...one, not: new Set<string>() }],
          locale,
          english,
          said,
        );
        for (const { key, term } of all) {
          used.add(`${term} ${key}`).add(`${term} ${locale}:${key}`);
        }
      }
    }
  }
  const left = terms.flatMap(({ term, not }) =>
    [...not].filter((key) => key !== "" && !used.has(`${term} ${key}`)),
  );
  expect(left).toEqual([]);
});

test.each(OTHERS)("%s has no word for two terms", (locale) => {
  // Who skips has skipped: the button and what it did are one term.
  const all = terms.filter(({ term }) => term !== "skipped");
  const words = all.map(({ forms }) => forms.get(locale)![0]!);
  const twice = words.filter((word, at) => words.indexOf(word) !== at);
  expect(twice).toEqual([]);
});

test("the glossary has each exercise, and says it as the watch does", () => {
  const byTerm = new Map(terms.map((one) => [one.term, one]));
  for (const { id } of EXERCISES) {
    const term = byTerm.get(messages("app", "en-US").get(id)!);
    for (const locale of OTHERS) {
      const name = messages("app", locale).get(id)!.toLowerCase();
      const [form] = term!.forms.get(locale)!;
      expect([locale, name.includes(form!)]).toEqual([locale, true]);
    }
  }
});
