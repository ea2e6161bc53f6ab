import type { PhoneWord } from "../packages/fitbit-simulator/src/web/phone-view/guide";

export { PHONE_WORDS } from "../packages/fitbit-simulator/src/web/phone-view/guide";

/** What the guide says in one language. The build makes a file of it for each. */
export interface GuideWords {
  readonly phone: Readonly<Record<PhoneWord, string>>;
  /** Names of the exercises, and how they are done, by their ids. */
  readonly names: Readonly<Record<string, string>>;
  readonly how: Readonly<Record<string, string>>;
  readonly left: string;
  readonly right: string;
  readonly paused: string;
}
