import type { Browser } from "playwright-core";
import { type Frame, encodeGif } from "./animation";
import { Easel } from "./picture";
import { TOUR_SHAPE, tourPicture } from "./tour-picture";
import { FRAME, playTour } from "./tour-story";

/** A minute with the watch on the wrist, as a GIF. */
export async function drawTour(browser: Browser): Promise<Uint8Array> {
  const tour = await playTour();
  const easel = await Easel.open(browser, TOUR_SHAPE, "");
  const frames: Frame[] = [];
  try {
    for (let index = 0; index < tour.moments.length; index++) {
      const png = await easel.draw(tourPicture(tour, index));
      frames.push({ png, ms: FRAME });
    }
  } finally {
    await easel.close();
  }
  return encodeGif(frames);
}
