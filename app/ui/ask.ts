import { attempt } from "../platform/failures";
import * as view from "./view";

// One question: the scale of the back, or up to four choices. One listener for all of
// its places takes far less of the watch's memory than one for each.

/** The view's name. */
export const ASK = "ask";

/** Where the first cell and the first choice begin, and their sizes, in pixels. */
const SCALE_TOP = 76;
const CELL_WIDTH = 84;
const CELL_HEIGHT = 86;
const CELLS_BESIDE = 4;
const CHOICES_TOP = 76;
const CHOICE_HEIGHT = 65;

let heard: (answer: number) => void;

function hear(answer: number): void {
  attempt(null, heard, answer);
}

function touchedScale({ screenX, screenY }: MouseEvent): void {
  const row = Math.floor((screenY - SCALE_TOP) / CELL_HEIGHT);
  hear(row * CELLS_BESIDE + Math.floor(screenX / CELL_WIDTH));
}

function touchedChoice({ screenY }: MouseEvent): void {
  hear(Math.floor((screenY - CHOICES_TOP) / CHOICE_HEIGHT));
}

/**
 * Draws a question into its view, which has just been opened. `answered` hears the
 * number of the choice that is touched, or without any choices that of a cell of the
 * scale, of which the last is for no answer.
 */
export function drawQuestion(
  title: string,
  detail: string,
  choices: string[],
  answered: (answer: number) => void,
): void {
  heard = answered;
  view.text("title", title);
  if (detail) view.text("detail", detail);
  const id = choices.length ? "choices" : "scale";
  const touched = choices.length ? touchedChoice : touchedScale;
  view.setShown(id, true);
  view.find(id).addEventListener("click", touched as (event: Event) => void);
  for (let i = 0; i < choices.length; i++) {
    view.setShown("option-" + i, true);
    view.text("choice-" + i + "-label", choices[i]!);
  }
}
