// What the watch says on its console for a computer that stands in for the phone.
// A line is "rc1 NAME BYTES SEAL AT HEX CHECK": the file's name and length, the
// check of all of its hex digits, where this part begins, the part, and the check of
// all before it in the line. After the last file comes "rc1 end ID FILES CHECK".

export const enum Console {
  /** Bytes of a file in a line: whether a watch cuts longer lines is not known. */
  PartBytes = 32,
}

/** CRC-24 of OpenPGP (RFC 4880), for each four bits: small numbers, as the watch likes them. */
// prettier-ignore
const TABLE = [
  0x000000, 0x864cfb, 0x8ad50d, 0x0c99f6, 0x93e6e1, 0x15aa1a, 0x1933ec, 0x9f7f17,
  0xa18139, 0x27cdc2, 0x2b5434, 0xad18cf, 0x3267d8, 0xb42b23, 0xb8b2d5, 0x3efe2e,
];

/** The check of a text of ASCII characters, 24 bits. */
export function checkOf(text: string): number {
  let check = 0xb704ce;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    check =
      TABLE[((check >> 20) ^ (code >> 4)) & 15]! ^ ((check & 0xfffff) << 4);
    check = TABLE[((check >> 20) ^ code) & 15]! ^ ((check & 0xfffff) << 4);
  }
  return check;
}

/** A line with its check. */
export function checkedLine(text: string): string {
  return text + checkOf(text).toString(16);
}

/** Two hex digits for each byte. */
export function hexOf(bytes: Uint8Array): string {
  let hex = "";
  for (let i = 0; i < bytes.length; i++) {
    hex += (256 + bytes[i]!).toString(16).slice(1);
  }
  return hex;
}

/** The line with the part of a file that begins at this byte; `hex` is all of the file. */
export function lineOf(
  name: string,
  hex: string,
  seal: number,
  at: number,
): string {
  const part = hex.slice(2 * at, 2 * (at + Console.PartBytes));
  return checkedLine(
    "rc1 " +
      name +
      " " +
      hex.length / 2 +
      " " +
      seal.toString(16) +
      " " +
      at +
      " " +
      part +
      " ",
  );
}

/** The line after the last file: which inbox was taken, and how many files were said. */
export function endLine(inbox: string, files: number): string {
  return checkedLine("rc1 end " + inbox + " " + files + " ");
}
