import { me } from "device";
import { attempt } from "../platform/failures";
import * as view from "./view";

// One question, as `app/ui/ask.ts`, on displays of 300 by 300 pixels and of 348 by 250,
// where choices stand beside each other.

/** The view's name. */
export const ASK = "ask";

const CELLS_BESIDE = 4;

let heard: (answer: number) => void;

function hear(answer: number): void {
  attempt(null, heard, answer);
}

/** True on a display of 348 by 250 pixels. */
function isWide(): boolean {
  return me.screen!.width > 300;
}

function touchedScale({ screenX, screenY }: MouseEvent): void {
  const wide = isWide();
  const row = Math.floor((screenY - (wide ? 64 : 66)) / (wide ? 62 : 78));
  hear(row * CELLS_BESIDE + Math.floor(screenX / (wide ? 87 : 75)));
}

function touchedChoice({ screenX, screenY }: MouseEvent): void {
  if (isWide()) {
    hear(Math.floor((screenY - 64) / 93) * 2 + (screenX < 174 ? 0 : 1));
  } else hear(Math.floor((screenY - 66) / 58));
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
