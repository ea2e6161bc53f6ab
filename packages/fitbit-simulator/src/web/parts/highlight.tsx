import { focused, inspectorOpen } from "../inspector";

/** Marks the element that the inspector shows, on the watch's screen. */
export function Highlight({
  screen,
}: {
  screen: { readonly width: number; readonly height: number };
}) {
  const found = focused.value;
  if (!inspectorOpen.value || found === undefined) return null;
  // The view itself is the whole screen.
  if (found.element.depth === 0) return null;
  const { x, y, width, height } = found.element.box;
  const share = (length: number, whole: number) => `${(length / whole) * 100}%`;
  return (
    <div
      class="highlight"
      aria-hidden="true"
      style={{
        left: share(x, screen.width),
        top: share(y, screen.height),
        width: share(width, screen.width),
        height: share(height, screen.height),
      }}
    />
  );
}
