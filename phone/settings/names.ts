import { NAME_LENGTH, newNameFault } from "../../common/limits";

/** Longest name in UTF-16 units: thirty of the longest emoji that are in use. */
const MOST_UNITS = 450;

const ZERO_WIDTH_JOINER = "\u200d";

/** What belongs to the character before it: [first, last] code points. */
const JOINING: ReadonlyArray<readonly [number, number]> = [
  // Accents, and signs around a character.
  [0x300, 0x36f],
  [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff],
  [0x20d0, 0x20ff],
  [0xfe20, 0xfe2f],
  // The joiner, variants, tones of skin, tags of a flag.
  [0x200d, 0x200d],
  [0xfe00, 0xfe0f],
  [0x1f3fb, 0x1f3ff],
  [0xe0020, 0xe007f],
];

/** A letter of a flag; two make one. */
function isFlagLetter(point: string): boolean {
  const code = point.codePointAt(0)!;
  return code >= 0x1f1e6 && code <= 0x1f1ff && point.length === 2;
}

function joins(before: string, point: string): boolean {
  const code = point.codePointAt(0)!;
  return (
    JOINING.some(([first, last]) => code >= first && code <= last) ||
    before.slice(-1) === ZERO_WIDTH_JOINER ||
    (isFlagLetter(before) && isFlagLetter(point))
  );
}

/**
 * A text's characters as people count them: an emoji of many parts and a letter
 * with its accents are one.
 */
function charactersOf(text: string): string[] {
  const characters: string[] = [];
  Array.from(text).forEach((point) => {
    const last = characters.length - 1;
    if (last >= 0 && joins(characters[last]!, point)) characters[last] += point;
    else characters.push(point);
  });
  return characters;
}

/**
 * The name as the watch takes it, which counts UTF-16 units: the first whole
 * characters that fit, which are all of them in most names.
 */
export function watchName(name: string): string {
  if (name.length <= NAME_LENGTH) return name;
  let short = "";
  charactersOf(name).every((character) => {
    const fits = short.length + character.length <= NAME_LENGTH;
    if (fits) short += character;
    return fits;
  });
  return short.trim();
}

/** Half of a character: the way to the watch would make another text of it. */
function isHalf(point: string): boolean {
  return point.length === 1 && point >= "\ud800" && point <= "\udfff";
}

/** True for a name of 1 to 30 characters that are seen, as people count them. */
export function isName(name: string): boolean {
  return (
    name.length <= MOST_UNITS &&
    charactersOf(name).length <= NAME_LENGTH &&
    !/[^ -~\u0080-\uffff]/.test(name) &&
    !Array.from(name).some(isHalf) &&
    !newNameFault("", watchName(name))
  );
}
