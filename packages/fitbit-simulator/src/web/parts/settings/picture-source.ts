import { isPlainDrawing } from "./plain-drawing";

/** Pictures of dots. */
const PICTURE = /^data:image\/(png|jpeg|gif|webp|bmp);base64,[A-Za-z0-9+/=]*$/;

/** A drawing, as text. */
const DRAWING = /^data:image\/svg\+xml(?:;utf8|;charset=utf-8)?,/i;

function drawingIn(address: string): string | undefined {
  const [head] = DRAWING.exec(address) ?? [];
  if (head === undefined) return undefined;
  try {
    return decodeURIComponent(address.slice(head.length));
  } catch {
    return undefined;
  }
}

/**
 * The address of a picture that a settings page brings as data; undefined for anything
 * else, and for a drawing that could keep the browser busy.
 */
export function pictureSource(address: unknown): string | undefined {
  if (typeof address !== "string") return undefined;
  if (PICTURE.test(address)) return address;
  const drawing = drawingIn(address);
  return drawing !== undefined && isPlainDrawing(drawing) ? address : undefined;
}
