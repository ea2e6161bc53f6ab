/** Radius of a display's corners in pixels, by its width: of one that no one knows, by eye. */
const CORNERS: Readonly<Record<number, number>> = { 336: 68, 300: 60, 348: 8 };

/** The radius of the corners of a display that is so wide, in pixels. */
export function cornerOf(width: number): number {
  return CORNERS[width]!;
}
