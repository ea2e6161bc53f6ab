import { inflateSync } from "node:zlib";

const WOFF_HEAD = 44;
const WOFF_ENTRY = 20;
const TTF_HEAD = 12;
const TTF_ENTRY = 16;

/**
 * A font of the web (WOFF 1) as a TrueType font that goes by another family's name: a file for one
 * weight often has a family of its own, such as "Barlow SemiBold".
 * @throws RangeError or Error when the bytes are no such font
 */
export function trueType(woff: Buffer, family: string): Buffer {
  const count = woff.readUInt16BE(12);
  const power = Math.floor(Math.log2(count));
  const head = Buffer.alloc(TTF_HEAD + TTF_ENTRY * count);
  woff.copy(head, 0, 4, 8);
  head.writeUInt16BE(count, 4);
  head.writeUInt16BE(2 ** power * TTF_ENTRY, 6);
  head.writeUInt16BE(power, 8);
  head.writeUInt16BE((count - 2 ** power) * TTF_ENTRY, 10);
  const parts: Buffer[] = [head];
  let end = head.length;
  for (let index = 0; index < count; index += 1) {
    const entry = WOFF_HEAD + WOFF_ENTRY * index;
    const tag = woff.toString("latin1", entry, entry + 4);
    const table = tag === "name" ? names(family) : tableAt(woff, entry);
    const at = TTF_HEAD + TTF_ENTRY * index;
    woff.copy(head, at, entry, entry + 4);
    woff.copy(head, at + 4, entry + 16, entry + 20);
    head.writeUInt32BE(end, at + 8);
    head.writeUInt32BE(table.length, at + 12);
    const rest = Buffer.alloc((4 - (table.length % 4)) % 4);
    parts.push(table, rest);
    end += table.length + rest.length;
  }
  return Buffer.concat(parts);
}

/** A table of a WOFF file, as it was before it was packed. */
function tableAt(woff: Buffer, entry: number): Buffer {
  const offset = woff.readUInt32BE(entry + 4);
  const packed = woff.readUInt32BE(entry + 8);
  const data = woff.subarray(offset, offset + packed);
  return packed < woff.readUInt32BE(entry + 12) ? inflateSync(data) : data;
}

/** Numbers of the names that a reader of fonts asks for. */
const FAMILY = 1;
const POSTSCRIPT = 6;

/** A table of names with nothing but a family's two: Windows, Unicode, American English. */
function names(family: string): Buffer {
  const text = Buffer.from(family.replace(" ", ""), "utf16le").swap16();
  const spaced = Buffer.from(family, "utf16le").swap16();
  const head = Buffer.alloc(30);
  [
    ...[0, 2, head.length],
    ...[3, 1, 0x409, FAMILY, spaced.length, 0],
    ...[3, 1, 0x409, POSTSCRIPT, text.length, spaced.length],
  ].forEach((value, at) => head.writeUInt16BE(value, at * 2));
  return Buffer.concat([head, spaced, text]);
}
