import type { ViewTree } from "fitbit-simulator/draw";
import { seeScreens } from "../pictures/watch-screens";
import { messages } from "./po";
import { misfits } from "./text-fit";

/** Where a text can be seen on the watch. */
export interface Sighting {
  screen: string;
  /** The screen as SVG. */
  svg: string;
  /** A text that is a tenth longer would have no room. */
  tight: boolean;
}

/** A message with its values, as it can stand on a screen. */
function patternOf(text: string): RegExp {
  const parts = text
    .split(/%\d/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".+")}$`, "s");
}

/** Whether a message says something beside its values. */
function hasWords(text: string): boolean {
  return /\p{L}/u.test(text.replace(/%\d/g, ""));
}

/** Whether a text that is a tenth longer does not fit where this one stands. */
function isTight(
  tree: ViewTree,
  node: { text: string },
  fits: number,
): boolean {
  const { text } = node;
  node.text = text + text.slice(-1).repeat(Math.ceil(text.length / 10));
  const tight = misfits(tree).length > fits;
  node.text = text;
  return tight;
}

/** The screens on which each message of the watch was seen, in a language such as `ro-RO`. */
export async function watchPlaces(
  locale: string,
): Promise<Map<string, Sighting[]>> {
  const patterns = [...messages("app", locale)]
    .filter(([, text]) => hasWords(text))
    .map(([key, text]) => [key, patternOf(text)] as const);
  const seen = new Map<string, Sighting[]>();
  await seeScreens(locale, (screen, tree, svg) => {
    const fits = misfits(tree).length;
    for (const node of tree.all()) {
      const { text } = node;
      if (!text.trim() || !tree.visible(node)) continue;
      const keys = patterns.filter(([, pattern]) => pattern.test(text));
      if (!keys.length) continue;
      const tight = isTight(tree, node, fits);
      for (const [key] of keys) {
        const there = seen.get(key) ?? [];
        if (!there.some((one) => one.screen === screen))
          seen.set(key, [...there, { screen, svg, tight }]);
      }
    }
  });
  return seen;
}
