/** A decoded image. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue, alpha of each pixel, row by row; 0–255. */
  readonly data: Uint8Array;
  /** True when the image is a mere mask that takes its colour from the element. */
  readonly mask: boolean;
}

type Read = (bytes: Uint8Array, at: number, to: Uint8Array, on: number) => void;

interface Format {
  readonly bytesPerPixel: number;
  readonly read: Read;
}

const MAGIC = 0x0a697874;
const HEADER_BYTES = 40;
const RLE = 0x10000000;
/** Some ten screens of a watch; a bound against headers that lie. */
const MAX_PIXELS = 1024 * 1024;

const at = (bytes: Uint8Array, index: number) => bytes[index] ?? 0;

/** Spreads a value of a few bits over 0–255. */
const spread = (value: number, max: number) => Math.round((value * 255) / max);

function put(
  to: Uint8Array,
  on: number,
  pixel: readonly [number, number, number, number],
): void {
  to.set(pixel, on);
}

/** The texture formats that `fitbit-build` writes, by their number in the file. */
const FORMATS: ReadonlyMap<number, Format> = new Map([
  [
    0x00080008,
    {
      bytesPerPixel: 1,
      read: (b, i, to, on) => put(to, on, [255, 255, 255, at(b, i)]),
    },
  ],
  [
    0x01100565,
    {
      bytesPerPixel: 2,
      read: (b, i, to, on) => {
        const word = at(b, i) | (at(b, i + 1) << 8);
        put(to, on, [
          spread(word >> 11, 31),
          spread((word >> 5) & 63, 63),
          spread(word & 31, 31),
          255,
        ]);
      },
    },
  ],
  [
    0x01208888,
    {
      bytesPerPixel: 4,
      read: (b, i, to, on) =>
        put(to, on, [at(b, i + 2), at(b, i + 1), at(b, i), at(b, i + 3)]),
    },
  ],
  [
    0x02208888,
    {
      bytesPerPixel: 4,
      read: (b, i, to, on) =>
        put(to, on, [at(b, i + 3), at(b, i + 2), at(b, i + 1), at(b, i)]),
    },
  ],
  [
    0x02104444,
    {
      bytesPerPixel: 2,
      read: (b, i, to, on) => {
        const word = at(b, i) | (at(b, i + 1) << 8);
        put(to, on, [
          spread(word >> 12, 15),
          spread((word >> 8) & 15, 15),
          spread((word >> 4) & 15, 15),
          spread(word & 15, 15),
        ]);
      },
    },
  ],
  [
    0x02186666,
    {
      bytesPerPixel: 3,
      read: (b, i, to, on) => {
        const word = at(b, i) | (at(b, i + 1) << 8) | (at(b, i + 2) << 16);
        put(to, on, [
          spread(word >> 18, 63),
          spread((word >> 12) & 63, 63),
          spread((word >> 6) & 63, 63),
          spread(word & 63, 63),
        ]);
      },
    },
  ],
]);

/**
 * Decodes the watch's own image format, as `@fitbit/image-codec-txi` writes it.
 * Undefined when the bytes are not such an image; rows that are cut off stay transparent.
 */
export function decodeTxi(bytes: Uint8Array): Pixels | undefined {
  if (bytes.length < HEADER_BYTES) return undefined;
  const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const word = (index: number) => header.getUint32(index * 4, true);
  if (word(0) !== MAGIC) return undefined;
  const packed = (word(4) & RLE) !== 0;
  const number = word(4) & ~RLE;
  const format = FORMATS.get(number);
  const width = word(6);
  const height = word(7);
  const pixels = width * height;
  if (format === undefined || pixels < 1 || pixels > MAX_PIXELS) {
    return undefined;
  }
  const data = new Uint8Array(width * height * 4);
  const body = bytes.subarray(HEADER_BYTES);
  if (packed) unpack(body, format, data);
  else copyRows(body, format, width, height, data);
  return { width, height, data, mask: number === 0x00080008 };
}

/** Runs of up to 127 pixels: the top bit says whether one pixel is repeated or each is given. */
function unpack(body: Uint8Array, format: Format, to: Uint8Array): void {
  const { bytesPerPixel, read } = format;
  let from = 0;
  let on = 0;
  while (from < body.length && on < to.length) {
    const head = at(body, from);
    const repeated = (head & 0x80) !== 0;
    from += 1;
    for (let left = head & 0x7f; left > 0 && on < to.length; left -= 1) {
      if (from + bytesPerPixel > body.length) return;
      read(body, from, to, on);
      on += 4;
      if (!repeated) from += bytesPerPixel;
    }
    if (repeated) from += bytesPerPixel;
  }
}

/** Each row has its last pixel twice and is filled up to four bytes. */
function copyRows(
  body: Uint8Array,
  { bytesPerPixel, read }: Format,
  width: number,
  height: number,
  to: Uint8Array,
): void {
  const stride = ((width + 1) * bytesPerPixel + 3) & ~3;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const from = y * stride + x * bytesPerPixel;
      if (from + bytesPerPixel > body.length) return;
      read(body, from, to, (y * width + x) * 4);
    }
  }
}
