// Words of a package or of a file, made fit for a terminal and for the page.

/**
 * What a terminal or a reader does not show but acts on: control characters, and those that turn
 * the direction of text or end a line. A line break and a tab are none of them.
 */
const HIDDEN =
  // eslint-disable-next-line no-control-regex -- they are what is sought
  /\r(?!\n)|[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** Characters of one line that are shown. */
const LONGEST_LINE = 4000;

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/**
 * A text of any number of lines with every hidden character written as `\u001b`. JSON stays JSON of
 * the same value.
 */
export function visibleText(text: string): string {
  return text.replace(HIDDEN, escaped);
}

/** A text as one line, at most 4,000 characters of it, with every hidden character as `\u001b`. */
export function visibleLine(text: string): string {
  const cut =
    text.length > LONGEST_LINE ? `${text.slice(0, LONGEST_LINE)}…` : text;
  return visibleText(cut).replace(/[\r\n\t]/g, escaped);
}
