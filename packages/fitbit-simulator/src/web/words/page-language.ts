import { readChoice, storeChoice } from "../preferences";
import { localeFor } from "../world/setup";
import { speak, type Words } from "./say";

/** The words of each language but English, in a file of its own; the build makes it of the `.po`. */
const FILES = import.meta.glob<Words>("./i18n/*.po", { import: "default" });

const CHOICE = "page-language";

/** Has the page speak the language that was chosen here, else the browser's, else English. */
export function speakAsChosen(): Promise<void> {
  const chosen = readChoice(CHOICE);
  return speakIn(
    localeFor([...(chosen ? [chosen] : []), ...navigator.languages]),
  );
}

/** Has the page speak a language from now on, also after a reload. */
export function choosePageLanguage(locale: string): void {
  storeChoice(CHOICE, locale);
  void speakIn(locale);
}

async function speakIn(locale: string): Promise<void> {
  const load = FILES[`./i18n/${locale}.po`];
  try {
    speak(locale, (await load?.()) ?? {});
  } catch {
    // Without its file, as without a network: the page goes on in the words it has.
    return;
  }
  document.documentElement.lang = locale;
}
