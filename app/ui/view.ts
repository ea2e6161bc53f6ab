import document from "document";
import { FigureUse, ShownFigure, createFigure } from "./figure";

// The open view. Everything is written through here, and only what differs from
// what already stands there.

/** Pixels of the screen for one of the figure's own. */
const FIGURE = 0.7;

/** What can change of an element, by the object that has it. */
type Aspects = { [aspect: string]: string | number };
type Shown = Element & { style: Aspects } & Aspects;

/** The open view; the system opens index.view itself. */
export let view = "index";
let elements: { [id: string]: Shown } = {};
let topics: { [part: string]: number } = {};
let shape: ShownFigure | undefined;

/** Lets go of the elements at hand; they are found again when needed. */
export function forget(): void {
  elements = {};
  shape = undefined;
}

/** Opens a view; whatever listened in the one before is gone with it. */
export function open(name: string): void {
  document.replaceSync("./resources/" + name + ".view");
  view = name;
  topics = {};
  forget();
}

/** True when a part of the view shows another topic than before. */
export function isNews(part: string, topic: number): boolean {
  const news = topic !== topics[part];
  topics[part] = topic;
  return news;
}

function find(id: string): Shown {
  const known = elements[id];
  if (known) return known;
  const element = document.getElementById(id);
  if (!element) throw new Error("no #" + id + " in " + view);
  return (elements[id] = element as unknown as Shown);
}

function set(on: Aspects, aspect: string, value: string | number): void {
  if (on[aspect] !== value) on[aspect] = value;
}

/** Calls `act` with an element's id for each tap on it. */
export function listen(
  ids: ReadonlyArray<string>,
  act: (id: string) => void,
): void {
  ids.forEach((id) => find(id).addEventListener("click", () => act(id)));
}

export function text(id: string, words: string | number): void {
  set(find(id), "text", String(words));
}

export function show(id: string, shown: boolean): void {
  set(find(id).style, "display", shown ? "inline" : "none");
}

export function paint(id: string, colour: string): void {
  set(find(id).style, "fill", colour);
}

/** A picture of the package by its path among the resources, or none. */
export function image(id: string, path: string): void {
  set(find(id), "href", path);
}

/** Puts a circle in its place in a row. */
export function place(id: string, x: number, shown: boolean): void {
  set(find(id), "cx", x);
  show(id, shown);
}

/** How much has passed, or is reached, 0 to 1. */
export function ring(done: number): void {
  set(find("ring"), "sweepAngle", Math.round(done * 360));
}

/** The figure of the view. */
export function figure(): ShownFigure {
  const use: unknown = find("figure");
  return shape || (shape = createFigure(use as FigureUse, FIGURE));
}
