import document from "document";
import { FigureUse, ShownFigure, createFigure } from "./figure";

type Shown = Element & { style: unknown };

/** Pixels of the screen for one of the figure's own. */
const FIGURE = 0.7;

/** What can change of an element. */
type Aspect = "text" | "href" | "sweepAngle" | "cx" | "display" | "fill";

/**
 * The open view. Everything is written through here, and only what differs
 * from what already stands there.
 */
export class Board {
  /** The open view; the system opens index.view itself. */
  view = "index";
  private elements: { [id: string]: Shown } = {};
  private shown: { [key: string]: string | number } = {};
  private topics: { [part: string]: number } = {};
  private shape: ShownFigure | undefined;

  /** Opens a view; whatever listened in the one before is gone with it. */
  open(view: string): void {
    document.replaceSync("./resources/" + view + ".view");
    this.view = view;
    this.elements = {};
    this.shown = {};
    this.topics = {};
    this.shape = undefined;
  }

  /** Lets go of the elements at hand. */
  forget(): void {
    this.elements = {};
  }

  /** True when a part of the view shows another topic than before. */
  isNews(part: string, topic: number): boolean {
    const news = topic !== this.topics[part];
    this.topics[part] = topic;
    return news;
  }

  /** Calls `act` with an element's id for each tap on it. */
  listen(ids: ReadonlyArray<string>, act: (id: string) => void): void {
    ids.forEach((id) => {
      this.find(id).addEventListener("click", () => act(id));
    });
  }

  text(id: string, text: string | number): void {
    this.set(id, "text", String(text));
  }

  show(id: string, shown: boolean): void {
    this.set(id, "display", shown ? "inline" : "none");
  }

  paint(id: string, colour: string): void {
    this.set(id, "fill", colour);
  }

  /** A picture of the package by its path among the resources, or none. */
  image(id: string, path: string): void {
    this.set(id, "href", path);
  }

  /** Puts a circle in its place in a row. */
  place(id: string, x: number, shown: boolean): void {
    this.set(id, "cx", x);
    this.show(id, shown);
  }

  /** The figure of the view. */
  figure(): ShownFigure {
    const use = this.find("figure") as unknown as FigureUse;
    return this.shape || (this.shape = createFigure(use, FIGURE));
  }

  /** How much has passed, or is reached, 0 to 1. */
  ring(done: number): void {
    this.set("ring", "sweepAngle", Math.round(done * 360));
  }

  private set(id: string, aspect: Aspect, value: string | number): void {
    const key = id + "." + aspect;
    if (this.shown[key] === value) return;
    this.shown[key] = value;
    const element = this.find(id);
    const styled = aspect === "display" || aspect === "fill";
    const target: unknown = styled ? element.style : element;
    (target as { [aspect: string]: string | number })[aspect] = value;
  }

  private find(id: string): Shown {
    const known = this.elements[id];
    if (known) return known;
    const element = document.getElementById(id);
    if (!element) throw new Error("no #" + id + " in " + this.view);
    return (this.elements[id] = element as Shown);
  }
}
