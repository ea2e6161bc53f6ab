import document from "document";
import { Os } from "./generation";

// The open view. Everything is written through here, and only what differs from
// what already stands there.

/** What can change of an element, by the object that has it. */
type Aspects = { [aspect: string]: string | number };
type ShownElement = Element & { style: Aspects } & Aspects;

// The system opens index.view itself.
let current = "index";
/** The view that was opened before it is drawn, or empty. */
let ahead = "";
let elements: { [id: string]: ShownElement } = {};

/**
 * The name of the open view.
 * @often
 */
export function currentView(): string {
  return current;
}

/** Lets go of the elements at hand; they are found again when needed. */
export function forget(): void {
  elements = {};
}

/**
 * Opens a view before what draws it is there: that then has the memory which the one
 * before took.
 */
export function openAhead(name: string): void {
  document.replaceSync("./resources/" + name + Os.View);
  ahead = name;
  current = "";
  elements = {};
}

/** Opens a view; whatever listened in the one before is gone with it. */
export function open(name: string): void {
  if (name !== ahead) openAhead(name);
  ahead = "";
  current = name;
}

/**
 * The element of that id in the open view.
 * @throws when the view has no such element.
 * @hot
 */
export function find(id: string): ShownElement {
  let element: ShownElement | null = elements[id]!;
  if (!element) {
    element = document.getElementById(id) as ShownElement | null;
    if (!element) throw new Error("no #" + id + " in " + current);
    elements[id] = element;
  }
  return element;
}

/**
 * Writes an aspect of an element, such as its `href`.
 * @hot
 */
export function put(id: string, aspect: string, value: string | number): void {
  const on = find(id);
  if (on[aspect] !== value) on[aspect] = value;
}

/** Writes the text of an element. */
export function text(id: string, words: string | number): void {
  put(id, "text", String(words));
}

/**
 * Writes an aspect of an element's style, such as its `fill`.
 * @hot
 */
export function dress(
  id: string,
  aspect: string,
  value: string | number,
): void {
  const { style } = find(id);
  if (style[aspect] !== value) style[aspect] = value;
}

/**
 * Makes an element visible or not.
 * @often
 */
export function setShown(id: string, shown: boolean): void {
  dress(id, "display", shown ? "inline" : "none");
}

/**
 * How much has passed, or is reached, 0 to 1.
 * @often
 */
export function ring(share: number): void {
  put("ring", "sweepAngle", Math.round(share * 360));
}
