/** Shapes that may hold elements, which are not filled as they are. */
export const SHAPES: ReadonlySet<string> = new Set([
  "rect",
  "circle",
  "arc",
  "image",
  "gradientRect",
  "gradientArc",
]);
