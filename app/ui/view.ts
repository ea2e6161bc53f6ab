import document from "document";
import { attempt } from "../platform/failures";

// The open view. Everything is written through here, and only what differs from
// what already stands there.

/** What can change of an element, by the object that has it. */
type Aspects = { [aspect: string]: string | number };
type ShownElement = Element & { style: Aspects } & Aspects;

// The system opens index.view itself.
let current = "index";
let elements: { [id: string]: ShownElement } = {};
let topics: { [part: string]: number } = {};

/** The name of the open view. */
export function currentView(): string {
  return current;
}

/** Lets go of the elements at hand; they are found again when needed. */
export function forget(): void {
  elements = {};
}

/** Opens a view; whatever listened in the one before is gone with it. */
export function open(name: string): void {
  document.replaceSync("./resources/" + name + ".view");
  current = name;
  topics = {};
  forget();
}

/** True when a part of the view shows another topic than at the last call. */
export function hasChanged(part: string, topic: number): boolean {
  const changed = topic !== topics[part];
  topics[part] = topic;
  return changed;
}

/** An element of the open view. @throws when the view has no such element. */
export function find(id: string): ShownElement {
  const known = elements[id];
  if (known) return known;
  const element = document.getElementById(id);
  if (!element) throw new Error("no #" + id + " in " + current);
  return (elements[id] = element as unknown as ShownElement);
}

function set(on: Aspects, aspect: string, value: string | number): void {
  if (on[aspect] !== value) on[aspect] = value;
}

/** Calls `act` with an element's id for each tap on it; what fails is logged. */
export function onTap(
  ids: ReadonlyArray<string>,
  act: (id: string) => void,
): void {
  ids.forEach((id) =>
    find(id).addEventListener("click", () => attempt(null, act, id)),
  );
}

/**
 * Calls `act` for each swipe to the right, which closes the app unless `act`
 * prevents it; what fails is logged.
 */
export function onSwipeBack(act: (event: Event) => void): void {
  document.addEventListener("beforeunload", (event) =>
    attempt(null, act, event),
  );
}

/** Writes the text of an element. */
export function text(id: string, words: string | number): void {
  set(find(id), "text", String(words));
}

/** Makes an element visible or not. */
export function setShown(id: string, shown: boolean): void {
  set(find(id).style, "display", shown ? "inline" : "none");
}

/** Gives an element a colour. */
export function paint(id: string, colour: string): void {
  set(find(id).style, "fill", colour);
}

/** A picture of the package by its path among the resources, or none if empty. */
export function image(id: string, path: string): void {
  set(find(id), "href", path);
}

/** Puts a circle at `x` pixels in its row, visible or not. */
export function place(id: string, x: number, shown: boolean): void {
  set(find(id), "cx", x);
  setShown(id, shown);
}

/** How much has passed, or is reached, 0 to 1. */
export function ring(share: number): void {
  set(find("ring"), "sweepAngle", Math.round(share * 360));
}
