// Advance widths of the printable ASCII and of the Russian characters in hundredths of the font size, as Open Sans
// has them: the free font that stands in for the watch's.
const REGULAR =
  "26 26 40 65 57 83 73 22 29 29 55 57 26 32 26 37 57 57 57 57 57 57 57 57 57 57 26 26 57 57 57 43 90 63 65 63 73 56 52 73 74 28 27 61 52 90 75 78 60 78 62 55 55 73 60 92 58 56 57 33 37 33 57 44 28 56 61 48 61 56 34 54 61 25 25 53 25 93 61 60 61 61 41 48 36 61 50 77 52 50 47 38 55 38 57"
    .split(" ")
    .map(Number);
const BOLD =
  "26 29 47 65 57 90 75 27 34 34 54 57 29 32 29 41 57 57 57 57 57 57 57 57 57 57 29 29 57 57 57 48 90 69 67 64 74 56 55 72 77 33 33 66 56 94 81 80 63 80 66 55 58 76 65 97 67 62 58 33 41 33 57 41 36 60 63 51 63 59 39 56 66 31 31 62 31 98 66 62 63 63 45 50 43 66 57 86 58 57 49 39 55 39 57"
    .split(" ")
    .map(Number);
const CYRILLIC =
  "63 61 65 52 68 56 84 58 76 76 61 70 90 74 78 73 60 63 55 62 80 58 74 69 103 104 69 85 63 63 105 63 56 59 57 43 57 56 73 48 64 64 52 57 73 63 60 62 61 48 47 50 72 52 63 61 89 90 69 77 59 49 83 55"
    .split(" ")
    .map(Number);
const CYRILLIC_BOLD =
  "69 64 67 56 76 56 94 65 82 82 67 75 94 77 80 75 63 64 58 66 86 67 78 73 108 111 73 91 64 66 107 67 60 62 63 48 66 59 87 56 72 72 62 65 84 66 62 65 63 51 55 57 81 58 69 66 97 98 71 85 61 51 88 59"
    .split(" ")
    .map(Number);
// Signs whose width is far from a letter's.
const NARROW = new Map(
  [..."\u00a0·’¡łı“”„«»"].map((sign) => [sign, /[“”„«»]/.test(sign) ? 50 : 30]),
);

// Letters outside ASCII that have no base letter: about as wide as a wide Latin one.
const OTHER = 65;
const IDEOGRAPH = 100;

/** Latin and Cyrillic letters and their accents, apart; Hangul and kana as they are. */
function bare(text: string): string {
  return text.replace(/[\u0080-\u10ff]/g, (one) => one.normalize("NFD"));
}

/** A text as it is read: U+0010 to U+0019 are the digits of even width. */
export function readable(text: string): string {
  return text.replace(EVEN_DIGITS, (digit) =>
    String(digit.charCodeAt(0) - 0x10),
  );
}

// eslint-disable-next-line no-control-regex
const EVEN_DIGITS = /[\u0010-\u0019]/g;

/** The width of a line of text in pixels, as near as the stand-in font tells. */
export function textWidth(
  text: string,
  size: number,
  bold: boolean,
  spacing = 0,
): number {
  const table = bold ? BOLD : REGULAR;
  const cyrillic = bold ? CYRILLIC_BOLD : CYRILLIC;
  let hundredths = 0;
  let characters = 0;
  for (const character of bare(readable(text))) {
    const code = character.codePointAt(0) ?? 0;
    if (code >= 0x300 && code < 0x370) continue;
    characters += 1;
    hundredths +=
      table[code - 32] ??
      cyrillic[code - 0x410] ??
      NARROW.get(character) ??
      (code >= 0x2e80 ? IDEOGRAPH : OTHER);
  }
  return (hundredths * size) / 100 + characters * spacing;
}
