import { BitReader, BitWriter, crc32, nextCrc } from "./bits";

/**
 * Crockford's base 32: no letter that looks like a digit, and no difference
 * between capitals and small letters, so that any chat carries it.
 */
const DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

const CRC_BYTES = 4;

/** What people and chats put around and into a code. */
const NOISE = "[\\s\\u00ad\\u200b-\\u200f\\u2060\\ufeff\"'`“”‘’<>*_-]";
const IS_NOISE = new RegExp(NOISE);

/** Where a code may begin: "RC" and its version, not inside a word. */
const START = new RegExp(`(?:^|[^a-z0-9])r${NOISE}*c${NOISE}*(\\d)`, "gi");

/** So many beginnings are tried; a text with more would only cost time. */
const MOST_STARTS = 20;

/** Bytes as digits, their checksum behind them. */
export function sealedDigits(bytes: ReadonlyArray<number>): string {
  const crc = crc32(bytes);
  const sealed = bytes.concat(
    [24, 16, 8, 0].map((shift) => (crc >>> shift) & 255),
  );
  const bits = new BitReader(sealed);
  let text = "";
  for (let left = sealed.length * 8; left > 0; left -= 5) {
    text += DIGITS.charAt(bits.take(5));
  }
  return text;
}

/** What stands behind a place where a code may begin. */
export interface Start {
  /** The digit behind "RC". */
  version: number;
  /** How many digits follow, noise aside. */
  digits: number;
  /** What they hold, if a checksum is right. */
  bytes: number[] | undefined;
}

/** A digit's value; letters that look like one count as it. -1 for none. */
function valueOf(character: string): number {
  const digit = character.toUpperCase().replace("O", "0").replace(/[IL]/, "1");
  return DIGITS.indexOf(digit);
}

/** Whether the last bytes are the checksum `crc`, and spare bits are 0. */
function isSealed(bytes: number[], whole: number, crc: number): boolean {
  const seal = bytes
    .slice(whole - CRC_BYTES, whole)
    .reduce((sum, byte) => ((sum << 8) | byte) >>> 0, 0);
  return seal === ~crc >>> 0 && !bytes[whole];
}

/**
 * Reads digits from `at` on up to the first other character. A text may go on
 * behind the code with what could be digits: the checksum tells where it ends.
 */
function startAt(text: string, at: number, version: number): Start {
  const bits = new BitWriter();
  let crc = -1;
  let digits = 0;
  for (let i = at; i < text.length; i++) {
    const character = text.charAt(i);
    if (IS_NOISE.test(character)) continue;
    const value = valueOf(character);
    if (value < 0) break;
    bits.put(value, 5);
    digits++;
    const whole = (digits * 5) >> 3;
    const body = whole - CRC_BYTES;
    // Less than a digit over: the last digit has filled a byte.
    if ((digits * 5) % 8 >= 5 || body < 1) continue;
    crc = nextCrc(crc, bits.bytes[body - 1]!);
    if (isSealed(bits.bytes, whole, crc)) {
      return { version, digits, bytes: bits.bytes.slice(0, body) };
    }
  }
  return { version, digits, bytes: undefined };
}

/**
 * The code in a text of any kind, such as a message: the first whole one, else
 * what has most digits; undefined where none begins.
 */
export function findCode(text: string): Start | undefined {
  let best: Start | undefined;
  START.lastIndex = 0;
  for (let tried = 0; tried < MOST_STARTS; tried++) {
    const match = START.exec(text);
    if (!match) break;
    const start = startAt(text, START.lastIndex, Number(match[1]));
    if (start.bytes) return start;
    if (!best || start.digits > best.digits) best = start;
    // The character before the next start may be part of this one.
    START.lastIndex = match.index + 1;
  }
  return best;
}
