import { signal } from "@preact/signals";

/** The page's words in another language, by the English ones. */
export type Words = Readonly<Record<string, string>>;

/** The words in use; none for English. */
const words = signal<Words>({});

/** Has the page speak a language from now on. */
export function speak(given: Words): void {
  words.value = given;
}

/**
 * A text in the language of the page, with values in the places of `%1`, `%2`; as it is where the
 * language lacks it. Texts that are not written in the call itself are marked with {@link word}.
 */
export function say(english: string, ...values: readonly (string | number)[]) {
  const text = words.value[english] ?? english;
  return text.replace(/%(\d)/g, (place, number: string) =>
    String(values[Number(number) - 1] ?? place),
  );
}

/** Marks a text that is shown by {@link say} elsewhere, so that it is found for translation. */
export function word<Text extends string>(english: Text): Text {
  return english;
}
