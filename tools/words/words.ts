import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  ArgumentError,
  asCommand,
  parseArguments,
  quoted,
} from "fitbit-simulator/run";
import { ROOT } from "../build/fresh-build";
import { LOCALES, ROOMS, messages } from "./po";
import { type Word, wordsPage } from "./page";
import { sourcePlaces } from "./source-places";

const USAGE = `npm run -s words -- LANGUAGE
Prints each text of the product beside the English, with where it stands, and writes
build/words-LANGUAGE.html, a page with the screens of the watch.
LANGUAGE is one of ${LOCALES.join(" ")}; de is de-DE.`;

/** @throws ArgumentError for what is no language of the product, or is two of them */
function parseLocale(given: string): string {
  const known = LOCALES.filter(
    (locale) =>
      locale.toLowerCase() === given.toLowerCase() ||
      locale.slice(0, 2) === given.toLowerCase(),
  );
  if (known.length === 1) return known[0]!;
  throw new ArgumentError(
    `${quoted(given)} is ${known.length ? "more than one language" : "no language of the product"}; allowed: ${LOCALES.join(", ")}`,
  );
}

/** Every text in a language, room by room. */
async function allWords(locale: string): Promise<Word[]> {
  // Pictures of screens need the package, which is built for them.
  const { watchPlaces } = await import("./screens");
  const screens = await watchPlaces(locale);
  return ROOMS.flatMap((room) => {
    const english = messages(room, "en-US");
    const filesOf = sourcePlaces(room);
    return [...messages(room, locale)].map(([key, text]) => {
      const seen = (room === "app" && screens.get(key)) || [];
      return {
        ...{ room, key, text, english: english.get(key)! },
        screens: seen,
        files: seen.length ? [] : filesOf(key),
      };
    });
  });
}

function line({ room, key, english, text, screens, files }: Word): string {
  const where = screens.map(({ screen }) => screen).concat(files);
  return [`${room} ${key}`, english, text, where.join(", ")].join("\t");
}

async function main(): Promise<number> {
  const { values, positionals } = parseArguments({
    args: process.argv.slice(2),
    allowPositionals: true,
    options: { help: { type: "boolean" } },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  if (positionals.length !== 1)
    throw new ArgumentError(
      `${positionals.length} languages are given; allowed: one, such as ro`,
    );
  const locale = parseLocale(positionals[0]!);
  const words = await allWords(locale);
  console.log(words.map(line).join("\n"));
  const file = join("build", `words-${locale}.html`);
  mkdirSync(join(ROOT, "build"), { recursive: true });
  writeFileSync(join(ROOT, file), wordsPage(locale, words));
  console.error(`${file}: open it in a browser`);
  return 0;
}

void asCommand(main, 2);
