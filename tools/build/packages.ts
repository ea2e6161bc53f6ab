import { figureSheet, type Sheet } from "./figure-sheet";

/** The packages by the generation of the SDK: each is for other watches. */
export const PACKAGES = {
  6: "build/app.fba",
  4: "build/app-sdk4.fba",
} as const;

export type Generation = keyof typeof PACKAGES;

/** Views and styles of the screens of SDK 4, in a folder each. */
export const SDK4_RESOURCES = "resources-sdk4";

/** How wide the figure's pictures are in pixels, by the tag of a screen's resources in SDK 4. */
export const SDK4_FIGURES = [
  ["300x300", 184],
  ["348x250", 136],
] as const;

/** The figure's pictures that a package needs. */
export function figureSheets(generation: Generation): Sheet[] {
  return generation === 6
    ? [figureSheet()]
    : SDK4_FIGURES.map(([, width]) => figureSheet(width));
}
