import document from "document";

type Shown = Element & {
  text: string;
  sweepAngle: number;
  style: { display: string; fill: string };
};

/** What can change of an element. */
type Aspect = "text" | "display" | "fill" | "sweepAngle";

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

  /** Opens a view; whatever listened in the one before is gone with it. */
  open(view: string): void {
    document.replaceSync("./resources/" + view + ".view");
    this.view = view;
    this.elements = {};
    this.shown = {};
    this.topics = {};
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

  /** How much of the step has passed, 0 to 1. */
  ring(done: number): void {
    this.set("ring", "sweepAngle", Math.round(done * 360));
  }

  private set(id: string, aspect: Aspect, value: string | number): void {
    const key = id + "." + aspect;
    if (this.shown[key] === value) return;
    this.shown[key] = value;
    const element = this.find(id);
    if (aspect === "text") element.text = value as string;
    else if (aspect === "sweepAngle") element.sweepAngle = value as number;
    else element.style[aspect] = value as string;
  }

  private find(id: string): Shown {
    const known = this.elements[id];
    if (known) return known;
    const element = document.getElementById(id);
    if (!element) throw new Error("no #" + id + " in " + this.view);
    return (this.elements[id] = element as Shown);
  }
}
