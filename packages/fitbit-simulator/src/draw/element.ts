/** Attribute values: numbers are rounded, undefined leaves the attribute out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Attributes that SVG allows no negative number: browsers complain of each. */
const SIZES: ReadonlySet<string> = new Set([
  "width",
  "height",
  "r",
  "rx",
  "ry",
]);

/** One SVG element as text. All values are escaped; the tag and names are the program's own. */
export function element(
  tag: string,
  attributes: Attributes,
  content = "",
): string {
  let open = `<${tag}`;
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined) continue;
    open += ` ${name}="${typeof value === "number" ? round(SIZES.has(name) ? Math.max(0, value) : value) : escapeText(value)}"`;
  }
  return content === "" ? `${open}/>` : `${open}>${content}</${tag}>`;
}

/** Makes any text safe as content and as a quoted attribute value. */
export function escapeText(text: string): string {
  return text
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(FORBIDDEN, "\u{fffd}");
}

// Characters that XML 1.0 does not allow: controls, halves of surrogate pairs, non-characters.
const FORBIDDEN =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Hundredths of a pixel are finer than any screen; anything not finite is 0. */
export function round(value: number): number {
  return Number.isFinite(value) ? Math.round(value * 100) / 100 : 0;
}
