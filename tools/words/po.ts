import { readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(__dirname, "../..");

/** The platform's languages. */
export const LOCALES =
  "en-US de-DE es-ES fr-FR it-IT ja-JP ko-KR nl-NL sv-SE zh-CN zh-TW pt-BR id-ID ro-RO ru-RU pl-PL cs-CZ nb-NO".split(
    " ",
  );

/** Where words are: each has a file a language. */
export const ROOMS = ["app", "settings", "guide"] as const;
export type Room = (typeof ROOMS)[number];

/** Where the simulator's page has its words, by the English ones. */
export const PAGE = "packages/fitbit-simulator/src/web/words";

/** The messages of a room or of the page in a language, by key. */
export function messages(
  room: Room | typeof PAGE,
  locale: string,
): Map<string, string> {
  const file = join(ROOT, room, "i18n", `${locale}.po`);
  const entries = [
    ...readFileSync(file, "utf8").matchAll(/^msgid "(.+)"\nmsgstr "(.*)"$/gm),
  ];
  const texts = new Map(entries.map(([, key, text]) => [key!, text!]));
  if (texts.size !== entries.length) throw new Error(`a key twice in ${file}`);
  return texts;
}

/** The places for values in a message, sorted: "%1", "%2". */
export function places(text: string): string[] {
  return (text.match(/%\d/g) ?? []).sort();
}

/** Half of the letters as long again with accents: as far as translations go beyond English. */
const ACCENTED: Record<string, string> = {
  a: "å",
  e: "é",
  i: "î",
  o: "ö",
  u: "ü",
  y: "ÿ",
  n: "ñ",
  s: "š",
};

/**
 * A message as a language might say it that nobody knows: each word with accents and 35 % longer;
 * places and numbers stay.
 */
export function stretched(text: string): string {
  return text.replace(/(?<!%)\b[A-Za-z']{2,}/g, (word) => {
    const accented = word.replace(/[aeiouyns]/g, (one) => ACCENTED[one]!);
    return accented + accented.slice(-1).repeat(Math.round(word.length * 0.35));
  });
}
