import type { SeenElement } from "./world/seen-elements";

/** The place of an element in the list, and the element. */
export interface Found {
  readonly at: number;
  readonly element: SeenElement;
}

/** The topmost element at a point of the screen: one that draws something, else one that holds others. */
export function elementAt(
  list: readonly SeenElement[],
  x: number,
  y: number,
): Found | undefined {
  let best: Found | undefined;
  list.forEach((element, at) => {
    const { shown, draws, order } = element;
    const inside =
      shown !== null &&
      x >= shown.x &&
      x < shown.x + shown.width &&
      y >= shown.y &&
      y < shown.y + shown.height;
    if (!inside) return;
    const over = best?.element;
    const above =
      over === undefined || (draws === over.draws ? order > over.order : draws);
    if (above) best = { at, element };
  });
  return best;
}
