import { readFileSync } from "node:fs";
import { join } from "node:path";
import { LOCALES } from "./po";

const FILE = join(__dirname, "../../docs/glossary.tsv");
/** Scripts that set no spaces between words. */
const UNSPACED = /[\u2e80-\uffef]/;

/** A term of the field, as each language says it. */
export interface Term {
  readonly term: string;
  /** Where an English text has the term. */
  readonly english: RegExp;
  /**
   * Texts in which the English word means something else, by key; with a locale and a colon
   * before it: texts in which this language does without the term.
   */
  readonly not: ReadonlySet<string>;
  /** Beginnings of words, by locale: the term itself, then its other forms. */
  readonly forms: ReadonlyMap<string, readonly string[]>;
}

/** A text in which a term was wanted and is not. */
export interface Departure {
  readonly key: string;
  readonly term: string;
  readonly wanted: readonly string[];
  readonly text: string;
}

/**
 * The terms of `docs/glossary.tsv`.
 * @throws {Error} where a line has not a cell for each language
 */
export function glossary(): Term[] {
  const [head, ...lines] = readFileSync(FILE, "utf8").trimEnd().split("\n");
  const locales = head!.split("\t").slice(3);
  if (locales.join() !== LOCALES.slice(1).join()) {
    throw new Error(`glossary: its languages are ${locales.join()}`);
  }
  return lines.map((line) => {
    const [term = "", english = "", not = "", ...cells] = line.split("\t");
    if (cells.length !== locales.length || cells.includes("")) {
      throw new Error(`glossary: "${term}" has not a cell for each language`);
    }
    return {
      term,
      english: new RegExp(english, "iu"),
      not: new Set(not.split(" ")),
      forms: new Map(
        locales.map((locale, at) => [
          locale,
          cells[at]!.toLowerCase().split("|"),
        ]),
      ),
    };
  });
}

/** Whether a form stands in a text: at the beginning of a word, or anywhere after "…". */
function stands(form: string, text: string): boolean {
  if (UNSPACED.test(form)) return text.includes(form);
  if (form.startsWith("…")) return text.includes(form.slice(1));
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
    if (!/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return true;
  }
  return false;
}

/** Which texts of a language do without a term that the English one has. */
export function departures(
  terms: readonly Term[],
  locale: string,
  english: ReadonlyMap<string, string>,
  texts: ReadonlyMap<string, string>,
): Departure[] {
  return terms.flatMap(({ term, english: pattern, not, forms }) => {
    const wanted = forms.get(locale)!;
    return [...english]
      .filter(([key, said]) => pattern.test(said) && !not.has(key))
      .filter(([key]) => !not.has(`${locale}:${key}`))
      .map(([key]) => ({ key, term, wanted, text: texts.get(key) ?? "" }))
      .filter(
        ({ text }) => !wanted.some((form) => stands(form, text.toLowerCase())),
      );
  });
}
