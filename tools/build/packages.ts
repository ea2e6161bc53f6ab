import { figureSheet, type Sheet } from "./figure-sheet";

/** The packages by the generation of the SDK: each is for other watches. */
export const PACKAGES = {
  6: "build/app.fba",
  4: "build/app-sdk4.fba",
} as const;

export type Generation = keyof typeof PACKAGES;

/** How wide the figure's pictures are in pixels, by the tag of a screen's resources in SDK 4. */
export const SDK4_FIGURES = [
  ["300x300", 184],
  ["348x250", 150],
] as const;

/** The figure's pictures that a package needs. */
export function figureSheets(generation: Generation): Sheet[] {
  return generation === 6
    ? [figureSheet()]
    : SDK4_FIGURES.map(([, width]) => figureSheet(width));
}
