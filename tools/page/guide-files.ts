import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { EXERCISE_IDS } from "../../common/exercise-codes";
import { type GuideWords, PHONE_WORDS } from "../../guide/words";
import { ROOT } from "../build/fresh-build";

/** The messages of a room in a language, by key. @throws when there is no such file */
function messages(room: string, locale: string): Map<string, string> {
  const po = readFileSync(join(ROOT, room, "i18n", `${locale}.po`), "utf8");
  const entries = po.matchAll(/^msgid "(.+)"\nmsgstr "(.*)"$/gm);
  return new Map([...entries].map(([, key = "", text = ""]) => [key, text]));
}

/** What the guide says in a language: its own words, those of the watch and of the settings page. */
export function guideWords(locale: string): GuideWords {
  const own = messages("guide", locale);
  const watch = messages("app", locale);
  const settings = messages("settings", locale);
  const need = (from: Map<string, string>, key: string) => {
    const text = from.get(key);
    if (text === undefined) throw new Error(`${locale} has no "${key}"`);
    return text;
  };
  const table = <Key extends string>(
    keys: readonly Key[],
    text: (key: Key) => string,
  ) =>
    Object.fromEntries(keys.map((key) => [key, text(key)])) as Record<
      Key,
      string
    >;
  return {
    phone: table(PHONE_WORDS, (key) => need(own, key)),
    names: table(EXERCISE_IDS, (id) => need(watch, id)),
    how: table(EXERCISE_IDS, (id) => need(settings, `how-${id}`)),
    left: need(watch, "left-side"),
    right: need(watch, "right-side"),
    paused: need(watch, "paused"),
  };
}

/** Writes the guide of this app into the folder of a page: `guide.js`, and its words by language. */
export async function writeGuide(
  folder: string,
  appId: string,
  locales: readonly string[],
): Promise<void> {
  await build({
    entryPoints: [join(ROOT, "guide/index.ts")],
    outfile: join(folder, "guide.js"),
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    define: { APP_ID: JSON.stringify(appId) },
    logLevel: "warning",
  });
  mkdirSync(join(folder, "guide"));
  for (const locale of locales) {
    const words = JSON.stringify(guideWords(locale));
    writeFileSync(join(folder, "guide", `${locale}.json`), words);
  }
}
