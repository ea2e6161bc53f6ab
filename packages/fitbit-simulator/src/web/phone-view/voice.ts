import { effect, signal } from "@preact/signals";
import { readChoice, storeChoice } from "../preferences";
import { Speech } from "./speech";

const SILENT_KEY = "no-voice";

export const speech = new Speech();
/** The runner wants to hear words. */
export const spoken = signal(readChoice(SILENT_KEY) !== "true");
/** The phone view is in use: elsewhere nothing is said. */
export const speaking = signal(false);

effect(() => {
  storeChoice(SILENT_KEY, String(!spoken.value));
  if (!spoken.value || !speaking.value) speech.stop();
});

/** Says a phrase where words are wanted; one that is still being said gives way. */
export function say(phrase: string, locale: string): void {
  if (spoken.value && speaking.value) speech.say(phrase, locale);
}
