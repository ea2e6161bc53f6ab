import type { ViewElement } from "./element";
import type { ViewNode } from "./types";

/** The system's `toggle-switch`: on when its `value` is 1. */
export function isToggle(node: ViewNode): boolean {
  return node.get("shows") === "toggle";
}

/** A tap turns it over. */
export function turnOver(toggle: ViewNode): void {
  toggle.set("value", Number(toggle.get("value")) === 1 ? "0" : "1");
}

/** Shows what a switch's `value` says: its thumb stands left or right. */
export function showToggle(toggle: ViewElement): void {
  if (!isToggle(toggle)) return;
  const on = Number(toggle.get("value")) === 1;
  for (const part of toggle.children) {
    if (part.id !== "thumb") continue;
    part.animated("cx", on ? "44" : "16");
    part.animated("fill", on ? "inherit" : undefined);
  }
}
