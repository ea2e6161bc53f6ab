import { LOCALES, PAGE, ROOMS, messages } from "../../tools/words/po";

/** The texts of one place, by key: the English ones, and those of a language. */
export interface Texts {
  readonly english: ReadonlyMap<string, string>;
  readonly said: ReadonlyMap<string, string>;
}

/** What a language says on the watch, on the phone, in the guide and on the simulator's page. */
export function everyText(locale: string): Texts[] {
  const keys = [...messages(PAGE, LOCALES[1]!).keys()];
  const english = new Map(keys.map((key) => [key, key]));
  return [
    ...ROOMS.map((room) => ({
      english: messages(room, "en-US"),
      said: messages(room, locale),
    })),
    { english, said: locale === "en-US" ? english : messages(PAGE, locale) },
  ];
}
