import { colourOf } from "../../../draw/colour";

/** Colours of CSS that are numbers alone; nothing in them can name an address. */
const NUMBERS =
  /^(#([\da-f]{4}|[\da-f]{8})|(rgb|hsl)a?\([\d\s.,%/+-]{1,60}\))$/i;

/** The colour of a ColorSelect's field: a package's text, or transparent when it is no colour. */
export function swatchColour(text: string): string {
  const trimmed = text.trim();
  return NUMBERS.test(trimmed) ? trimmed : colourOf(trimmed, "transparent");
}
