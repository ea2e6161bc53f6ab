/** Shapes that may hold elements: these count from the shape's corner, as in one. */
export const SHAPES: ReadonlySet<string> = new Set([
  "rect",
  "circle",
  "arc",
  "image",
  "gradientRect",
  "gradientArc",
]);
