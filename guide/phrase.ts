import type { Seen } from "../packages/fitbit-simulator/src/web/phone-view/guide";
import { sideOf, viewOf } from "./screen";
import type { GuideWords } from "./words";

/**
 * What a voice says when the watch's screen has become `now`: the exercise and its side when a wait
 * begins, the countdown and the reps with their pulses, the pause and the end. Undefined for nothing.
 * @param felt whether the watch vibrated at that moment
 */
export function phraseOf(
  before: Seen | undefined,
  now: Seen,
  felt: boolean,
  words: GuideWords,
): string | undefined {
  const view = viewOf(now);
  const opened = before === undefined || viewOf(before) !== view;
  const changed = (id: string) =>
    opened || before.text[id] !== now.text[id] ? now.text[id] : undefined;
  switch (view) {
    case "rest":
      if (changed("phase") || changed("next") || changed("place")) {
        return waitPhrase(now, words);
      }
      return felt ? changed("number") : undefined;
    case "work":
      if (opened) return now.text["phase"];
      return felt ? (changed("number") ?? changed("phase")) : undefined;
    case "paused":
      return opened ? words.paused : undefined;
    case "summary":
      return opened ? now.text["outcome"] : undefined;
    default:
      return undefined;
  }
}

function waitPhrase(now: Seen, words: GuideWords): string {
  const { phase, next, detail } = now.text;
  const side = sideOf(now, words);
  const parts = [phase, next, side, detail === side ? "" : detail];
  return parts.filter(Boolean).join(". ");
}
