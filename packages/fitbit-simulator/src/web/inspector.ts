import { computed, signal } from "@preact/signals";
import { screen } from "./page";
import { elementAt, type Found } from "./element-at";
import type { SeenElement } from "./world/seen-elements";

/** Whether the inspector is open. */
export const inspectorOpen = signal(false);
/** Whether the next touch of the screen chooses an element, and is none for the app. */
export const picking = signal(false);
/** Where the pointer is on the screen, in its pixels; undefined while it is elsewhere. */
export const pointer = signal<{ x: number; y: number } | undefined>(undefined);
/** The place of the element that was chosen, in the list. */
const chosenAt = signal(0);

const elements = computed(() => screen.value?.elements ?? []);

/** The elements of the open view; none while nothing is shown. */
export function inspected(): readonly SeenElement[] {
  return elements.value;
}

/** The element that is chosen in the list; the root when it is no longer there. */
export const chosen = computed((): Found | undefined => {
  const at = chosenAt.value < elements.value.length ? chosenAt.value : 0;
  const element = elements.value[at];
  return element && { at, element };
});

/** The topmost element under the pointer. */
export const hovered = computed((): Found | undefined => {
  const point = pointer.value;
  return point && elementAt(elements.value, point.x, point.y);
});

/** What is shown in full: what the pointer is on, else what was chosen. */
export const focused = computed(() => hovered.value ?? chosen.value);

/** Chooses an element by its place in the list. */
export function choose(at: number): void {
  chosenAt.value = at;
}

/** Chooses what is under the pointer, and leaves touches to the app again. */
export function pick(): void {
  if (hovered.value !== undefined) choose(hovered.value.at);
  picking.value = false;
}
