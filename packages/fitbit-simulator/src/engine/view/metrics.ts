// Advance widths of the printable ASCII in hundredths of the font size, as Barlow has them: the free font that stands
// in for the watch's, regular and semibold. Texts of eight public packages are on their pictures as wide as in it, give or
// take 3 %. Only the colon is narrower there, and it stands in many clocks: 22 and 26 are measured on these pictures.
const REGULAR =
  "20 32 26 66 56 85 66 13 26 26 40 50 26 39 28 40 56 35 54 52 55 51 52 47 52 52 22 31 50 50 50 46 83 61 63 61 62 61 57 61 65 26 58 61 57 72 68 62 59 58 61 58 57 65 59 88 59 57 55 38 40 38 45 48 20 51 55 52 55 53 36 54 54 26 25 50 23 83 54 55 55 55 36 48 36 54 48 72 48 46 45 30 17 30 50"
    .split(" ")
    .map(Number);
const BOLD =
  "20 34 33 68 57 83 69 16 32 32 40 49 27 40 27 45 57 35 55 53 59 53 53 49 53 53 26 31 49 49 49 50 82 65 62 61 62 59 56 61 64 26 58 62 57 72 67 62 60 59 61 59 58 64 61 88 62 60 55 40 45 40 47 51 22 52 56 53 56 54 38 55 54 26 25 52 24 83 54 56 56 56 38 49 37 54 50 76 52 49 46 35 19 35 52"
    .split(" ")
    .map(Number);
// Barlow has no Russian letters: they are drawn in Open Sans, at its widths.
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
  [..."\u00a0·’¡łı“”„«»"].map((sign) => [
    sign,
    /[«»]/.test(sign) ? 53 : /[“”„]/.test(sign) ? 30 : 22,
  ]),
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

/** Hundredths of the font size by which a colon of the stand-in font is wider than the watch's. */
const COLON_SPARE = 11;
/** Hundredths of the font size that each digit of even width takes: as much as the widest digit. */
const EVEN = 56;

/** Where a character takes another width than in the stand-in font: by how much, in hundredths. */
function spareOf(code: number, table: readonly number[]): number {
  if (code === 0x3a) return -COLON_SPARE;
  if (code < 0x10 || code > 0x19) return 0;
  return EVEN - (table[code - 0x10 + DIGITS] ?? EVEN);
}

/** Place of `0` in the tables. */
const DIGITS = 16;

/**
 * How far each character has to be moved, in pixels, so that colons and digits of even width take
 * the room that they have on the watch. The text is as written, before {@link readable}.
 * @returns nothing for a text without any of these
 */
export function moves(
  text: string,
  size: number,
  bold: boolean,
): number[] | undefined {
  const table = bold ? BOLD : REGULAR;
  let before = 0;
  let any = false;
  const all = Array.from({ length: text.length }, (_, at) => {
    const half = (spareOf(text.charCodeAt(at), table) * size) / 200;
    const move = before + half;
    before = half;
    any ||= half !== 0;
    return move;
  });
  return any ? all : undefined;
}

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
  for (const character of bare(text)) {
    const code = character.codePointAt(0) ?? 0;
    if (code >= 0x10 && code <= 0x19) {
      characters += 1;
      hundredths += EVEN;
      continue;
    }
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
