import { guideWords } from "../phone-view/app-guide";
import { handheld } from "../phone-view/mode";
import { Icon } from "./icon";
import { matches } from "./media";
import { say } from "../words/say";

/** A screen on which the page has one column. */
export const small = matches("(max-width: 760px)");

/** What the page calls doing it on this phone. */
export function phoneModeName(): string {
  return guideWords.value?.words.open ?? say("Use as watch");
}

/** The first thing on a small screen: most who hold one have no watch at hand. */
export function PhoneFirst() {
  if (!small.value) return null;
  return (
    <div class="phone-first">
      <button
        type="button"
        class="primary"
        onClick={() => (handheld.value = true)}
      >
        <Icon name="phone" /> {phoneModeName()}
      </button>
    </div>
  );
}
