import document from "document";
import { gettext } from "i18n";

type Shown = Element & {
  text: string;
  style: { display: string; fill: string };
};
type Ring = Element & { sweepAngle: number };

/** The element of that id in the open view; throws when there is none. */
function byId(id: string): Element {
  const element = document.getElementById(id);
  if (!element) throw new Error("no element #" + id);
  return element as Element;
}

/** Opens a view; whatever listened in the one before is gone with it. */
export function openView(name: string): void {
  document.replaceSync("./resources/" + name + ".view");
}

/** Calls `action` for each tap on the element. */
export function onTap(id: string, action: () => void): void {
  byId(id).addEventListener("click", action);
}

/** A text of the open view that is written only when it changes. */
export class Label {
  private element: Shown;
  private text = "";

  constructor(id: string) {
    this.element = byId(id) as Shown;
  }

  set(text: string): void {
    if (text === this.text) return;
    this.text = text;
    this.element.text = text;
  }
}

/** A part of the open view that is there or not. */
export class Part {
  private element: Shown;
  private shown: boolean | undefined;

  constructor(id: string) {
    this.element = byId(id) as Shown;
  }

  show(shown: boolean): void {
    if (shown === this.shown) return;
    this.shown = shown;
    this.element.style.display = shown ? "inline" : "none";
  }
}

/** The ring around the number: how much of the step has passed. */
export class ProgressRing {
  private element = byId("ring") as Ring;
  private angle = -1;

  /** `done` is the part that has passed, 0 to 1. */
  set(done: number): void {
    const angle = Math.round(done * 360);
    if (angle === this.angle) return;
    this.angle = angle;
    this.element.sweepAngle = angle;
  }
}

/** Writes a text once. */
export function write(id: string, text: string): void {
  new Label(id).set(text);
}

/** Gives an element another colour. */
export function paint(id: string, colour: string): void {
  (byId(id) as Shown).style.fill = colour;
}

/** A message of the language file, `%1` and `%2` filled in. */
export function words(
  key: string,
  one?: string | number,
  two?: string | number,
): string {
  let text = gettext(key);
  if (one !== undefined) text = text.replace("%1", String(one));
  if (two !== undefined) text = text.replace("%2", String(two));
  return text;
}

/** Writes labels: the message `key` into the element of the same id. */
export function writeLabels(keys: ReadonlyArray<string>): void {
  keys.forEach((key) => write(key + "-label", words(key)));
}
