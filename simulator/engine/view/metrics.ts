// Advance widths of the printable ASCII characters in hundredths of the font size, as Open Sans
// has them: the free font that stands in for the watch's.
const REGULAR =
  "26 26 40 65 57 83 73 22 29 29 55 57 26 32 26 37 57 57 57 57 57 57 57 57 57 57 26 26 57 57 57 43 90 63 65 63 73 56 52 73 74 28 27 61 52 90 75 78 60 78 62 55 55 73 60 92 58 56 57 33 37 33 57 44 28 56 61 48 61 56 34 54 61 25 25 53 25 93 61 60 61 61 41 48 36 61 50 77 52 50 47 38 55 38 57"
    .split(" ")
    .map(Number);
const BOLD =
  "26 29 47 65 57 90 75 27 34 34 54 57 29 32 29 41 57 57 57 57 57 57 57 57 57 57 29 29 57 57 57 48 90 69 67 64 74 56 55 72 77 33 33 66 56 94 81 80 63 80 66 55 58 76 65 97 67 62 58 33 41 33 57 41 36 60 63 51 63 59 39 56 66 31 31 62 31 98 66 62 63 63 45 50 43 66 57 86 58 57 49 39 55 39 57"
    .split(" ")
    .map(Number);

// Letters outside ASCII that have no base letter: about as wide as a wide Latin one.
const OTHER = 65;
const IDEOGRAPH = 100;

/** The width of a line of text in pixels, as near as the stand-in font tells. */
export function textWidth(
  text: string,
  size: number,
  bold: boolean,
  spacing = 0,
): number {
  const table = bold ? BOLD : REGULAR;
  let hundredths = 0;
  let characters = 0;
  for (const character of text.normalize("NFD")) {
    const code = character.codePointAt(0) ?? 0;
    if (code >= 0x300 && code < 0x370) continue;
    characters += 1;
    hundredths += table[code - 32] ?? (code >= 0x2e80 ? IDEOGRAPH : OTHER);
  }
  return (hundredths * size) / 100 + characters * spacing;
}
