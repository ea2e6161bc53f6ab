// More letters than fit side by side on any screen.
const MOST_IN_LINE = 1000;

type Measure = (text: string) => number;

/**
 * Breaks a text into lines no wider than `width`, between words, inside a word only if it must.
 * What comes after `most` lines is left out.
 */
export function wrap(
  text: string,
  width: number,
  measure: Measure,
  most: number,
): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split("\n")) {
    let line = "";
    for (const word of words(paragraph)) {
      if (line !== "" && measure((line + word).trimEnd()) > width) {
        lines.push(line.trimEnd());
        line = "";
      }
      line += line === "" ? word.trimStart() : word;
      if (lines.length >= most) return lines.slice(0, most);
      while (
        line.length > 1 &&
        lines.length < most &&
        measure(line.trimEnd()) > width
      ) {
        const head = longestFitting(line, width, measure);
        lines.push(head);
        line = line.slice(head.length);
      }
    }
    lines.push(line.trimEnd());
  }
  return lines.slice(0, most);
}

/** The text, or as much of it as fits with an ellipsis behind it. */
export function cutToWidth(
  text: string,
  width: number,
  measure: Measure,
): string {
  if (measure(text) <= width) return text;
  return longestFitting(text, width - measure("…"), measure).trimEnd() + "…";
}

/** Words with the space behind them, a no-break space within them; ideographs may part anywhere. */
function words(paragraph: string): string[] {
  const parts =
    /[\u2e80-\uffef]|(?:[^\s\u2e80-\uffef]|\u00a0)+[^\S\u00a0]*|[^\S\u00a0]+/g;
  return paragraph.match(parts) ?? [];
}

/** The longest beginning that fits, at least one character. */
function longestFitting(text: string, width: number, measure: Measure): string {
  let low = 1;
  let high = Math.min(text.length, MOST_IN_LINE);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (measure(text.slice(0, middle)) <= width) low = middle;
    else high = middle - 1;
  }
  return text.slice(0, low);
}
