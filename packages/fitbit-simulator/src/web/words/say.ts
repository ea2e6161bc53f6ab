import { signal } from "@preact/signals";

/** The page's words in another language, by the English ones. */
export type Words = Readonly<Record<string, string>>;

/** The words in use; none for English. */
const words = signal<Words>({});

/** The language in which the page speaks. */
export const pageLocale = signal("en-US");

/** Has the page speak a language from now on. */
export function speak(locale: string, given: Words): void {
  words.value = given;
  pageLocale.value = locale;
}

/**
 * A text in the language of the page, with values in the places of `%1`, `%2`; as it is where the
 * language lacks it. Texts that are not written in the call itself are marked with {@link word}.
 */
export function say(
  english: string,
  ...values: readonly (string | number)[]
): string {
  const text = words.value[english] ?? english;
  return text.replace(/%(\d)/g, (place, number: string) =>
    String(values[Number(number) - 1] ?? place),
  );
}

/** Marks a text that is shown by {@link say} elsewhere, so that it is found for translation. */
export function word<Text extends string>(english: Text): Text {
  return english;
}
