import { imageFiles } from "../engine/package/image-files";
import { dataUrl } from "./base64";
import { colourOf } from "./colour";
import { encodePng } from "./png";
import { decodeTxi } from "./txi";

/** Gives the bytes of a file by its path; undefined when there is none. */
export type ReadBytes = (path: string) => Uint8Array | undefined;

/** More different images and colours than this are drawn anew each time. */
const MAX_KEPT = 200;

/**
 * The images of a package as `data:` URLs that a browser shows. A mask (an image made from a
 * greyscale PNG) takes the element's colour.
 */
export class PackageImages {
  private readonly kept = new Map<string, string | undefined>();

  constructor(private readonly read: ReadBytes) {}

  /** The image that a view's `href` means; undefined when there is none or it is damaged. */
  url(href: string, fill: string | undefined): string | undefined {
    const key = `${fill ?? ""} ${href}`;
    if (this.kept.has(key)) return this.kept.get(key);
    const url = this.make(href, fill);
    if (this.kept.size < MAX_KEPT) this.kept.set(key, url);
    return url;
  }

  private make(href: string, fill: string | undefined): string | undefined {
    for (const path of imageFiles(href)) {
      const bytes = this.read(path);
      if (bytes === undefined) continue;
      const pixels = decodeTxi(bytes);
      if (pixels !== undefined) {
        if (pixels.mask) paint(pixels.data, colourOf(fill, "white"));
        return dataUrl("image/png", encodePng(pixels));
      }
      if (bytes[0] === 0xff && bytes[1] === 0xd8) {
        return dataUrl("image/jpeg", bytes);
      }
    }
    return undefined;
  }
}

/** Colours the pixels of a mask. A colour that is no hex triple stays white. */
function paint(data: Uint8Array, colour: string): void {
  const digits = /^#([0-9a-f]{6}|[0-9a-f]{3})$/.exec(colour)?.[1];
  if (digits === undefined) return;
  const full = digits.length === 3 ? digits.replace(/./g, "$&$&") : digits;
  const value = parseInt(full, 16);
  for (let at = 0; at < data.length; at += 4) {
    data[at] = value >> 16;
    data[at + 1] = (value >> 8) & 255;
    data[at + 2] = value & 255;
  }
}
