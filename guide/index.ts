import { BOX_HEIGHT, BOX_WIDTH } from "../common/pose-frame";
import type {
  Guide,
  GuideInLanguage,
} from "../packages/fitbit-simulator/src/web/phone-view/guide";
import { drawFigure } from "./figure";
import { Moments } from "./moments";
import { phraseOf } from "./phrase";
import type { GuideWords } from "./words";

/** Filled in by the build: the id of this app. */
declare const APP_ID: string;

/** What the page needs to know of this app for a session on a phone. */
export const guide: Guide = {
  appId: APP_ID,
  file: "plan",
  start: "start",
  box: { width: BOX_WIDTH, height: BOX_HEIGHT },
  figure: drawFigure,
  async inLanguage(locale) {
    const answer = await fetch(
      new URL(`guide/${locale}.json`, document.baseURI),
    );
    return speaking((await answer.json()) as GuideWords);
  },
};

function speaking(words: GuideWords): GuideInLanguage {
  const moments = new Moments(words);
  return {
    words: words.phone,
    moment: (sight) => moments.at(sight),
    phrase: (before, now, felt) => phraseOf(before, now, felt, words),
  };
}
