import type { Layout } from "../engine/view/layout";
import type { Size, ViewNode } from "../engine/view";
import { colourOf } from "./colour";
import type { Attributes } from "./element";

/** What drawing one element may use. */
export interface Picture {
  readonly layout: Layout;
  readonly screen: Size;
  /** The data URL of an image by its `href` as the view writes it; a mask is painted in `fill`. */
  image(href: string, fill: string | undefined): string | undefined;
  /** Keeps a definition (gradient, clip) for this picture and gives the id to refer to it by. */
  define(make: (id: string) => string): string;
}

/** The element's own id, so that a page can find it, and how solid it is. */
export function common(node: ViewNode): Attributes {
  return {
    "data-id": node.id === "" ? undefined : node.id,
    opacity: fraction(node.get("opacity")),
  };
}

/** The colour that an element is painted with. */
export function paint(node: ViewNode): Attributes {
  return {
    fill: colourOf(node.get("fill"), "black"),
    "fill-opacity": fraction(node.get("fill-opacity")),
  };
}

/** A number from 0 to 1, or undefined when there is none. */
export function fraction(value: string | undefined): number | undefined {
  const number = Number.parseFloat(value ?? "");
  return Number.isNaN(number) ? undefined : Math.min(1, Math.max(0, number));
}
