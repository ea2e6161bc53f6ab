/** Writes numbers bit by bit, highest bit first. */
export class BitWriter {
  readonly bytes: number[] = [];
  private free = 0;

  /** Appends the lowest `width` bits (1 to 31) of a whole number. */
  put(value: number, width: number): void {
    for (let bit = width - 1; bit >= 0; bit--) {
      if (this.free === 0) {
        this.bytes.push(0);
        this.free = 8;
      }
      this.free--;
      const at = this.bytes.length - 1;
      this.bytes[at]! |= ((value >> bit) & 1) << this.free;
    }
  }
}

/** Reads what `BitWriter` wrote; past the end it reads zeros. */
export class BitReader {
  private at = 0;

  constructor(private bytes: ReadonlyArray<number>) {}

  take(width: number): number {
    let value = 0;
    for (let i = 0; i < width; i++, this.at++) {
      const byte = this.bytes[this.at >> 3] || 0;
      value = (value << 1) | ((byte >> (7 - (this.at & 7))) & 1);
    }
    return value;
  }

  /** True when exactly the bytes there are were needed. */
  exact(): boolean {
    return Math.ceil(this.at / 8) === this.bytes.length;
  }
}

/** The state of a CRC-32 after one more byte. It begins at -1; its complement is the sum. */
export function nextCrc(crc: number, byte: number): number {
  let next = crc ^ byte;
  for (let bit = 0; bit < 8; bit++) {
    next = next & 1 ? (next >>> 1) ^ 0xedb88320 : next >>> 1;
  }
  return next;
}

/** CRC-32 as of zip and PNG (ISO 3309). */
export function crc32(bytes: ReadonlyArray<number>): number {
  return ~bytes.reduce(nextCrc, -1) >>> 0;
}
