/** The longest message that a table can announce, its end included. */
const MAX_BYTES = 0x10000;

/**
 * Compiled strings of a watch bundle (`l/<language>`), little-endian: count (u16), table size
 * (u16), then per message its key (u32), offset (u16) and greatest length (u16), then the
 * zero-ended UTF-8 strings. Layout and key as written by `@fitbit/bison-i18n`.
 */
export class MessageTable {
  /** Where the message of a key begins. */
  private readonly places = new Map<number, number>();

  /** A table that is cut off gives the messages it still holds. */
  constructor(private readonly table: Uint8Array) {
    if (table.length < 4) return;
    const view = new DataView(table.buffer, table.byteOffset, table.length);
    const count = view.getUint16(0, true);
    const strings = 4 + 8 * count + 2;
    for (let at = 4; at + 8 <= Math.min(strings, table.length); at += 8) {
      const start = strings + view.getUint16(at + 4, true);
      this.places.set(view.getUint32(at, true), start);
    }
  }

  /** The translation, or undefined when there is none. */
  get(message: string): string | undefined {
    const start = this.places.get(key(message));
    if (start === undefined) return undefined;
    const text = this.table.subarray(start, start + MAX_BYTES);
    const end = text.indexOf(0);
    return end < 0
      ? undefined
      : new TextDecoder().decode(text.subarray(0, end));
  }
}

function key(message: string): number {
  return fletcher32(new TextEncoder().encode(message)) & 0x3fffffff;
}

/** Fletcher's checksum over big-endian words, an odd first byte taken alone. */
function fletcher32(bytes: Uint8Array): number {
  let low = 0xffff + (bytes.length % 2 === 1 ? (bytes[0] ?? 0) : 0);
  let high = 0xffff;
  // 358 words are the most whose sums cannot overflow 32 bits.
  for (let at = bytes.length % 2; at < bytes.length;) {
    const end = Math.min(at + 2 * 358, bytes.length);
    for (; at < end; at += 2) {
      low += ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
      high += low;
    }
    low = fold(low);
    high = fold(high);
  }
  return ((fold(high) << 16) | fold(low)) >>> 0;
}

function fold(sum: number): number {
  return (sum & 0xffff) + (sum >>> 16);
}
