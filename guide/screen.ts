import type { Seen } from "../packages/fitbit-simulator/src/web/phone-view/guide";
import type { GuideWords } from "./words";

/** The name of the open view, such as `work`; SDK 4 ends its files in `.gui`. */
export function viewOf({ view }: Seen): string {
  return /(\w[\w-]*)\.(?:view|gui)$/.exec(view)?.[1] ?? view;
}

/** The side that works, as a whole word; empty where the exercise has only one. */
export function sideOf({ text }: Seen, words: GuideWords): string {
  if (text["side-left"]) return words.left;
  return text["side-right"] ? words.right : "";
}
