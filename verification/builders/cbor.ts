import { Encoder } from "cbor-x";

/** CBOR as the watch's file system and the phone write it. */
const codec = new Encoder({
  useRecords: false,
  mapsAsObjects: true,
  tagUint8Array: false,
});

export function encode(value: unknown): Uint8Array {
  return Uint8Array.from(codec.encode(value));
}

/** The value in the bytes, or undefined where the decoder refuses them. */
export function decode(bytes: Uint8Array): { value: unknown } | undefined {
  try {
    return { value: codec.decode(bytes) as unknown };
  } catch {
    return undefined;
  }
}

/** Every prefix of the bytes that is shorter than they are. */
export function truncations(bytes: Uint8Array): Uint8Array[] {
  return Array.from(bytes, (_, length) => bytes.slice(0, length));
}

/** The bytes with one of them changed. */
export function withByte(
  bytes: Uint8Array,
  at: number,
  value: number,
): Uint8Array {
  const changed = bytes.slice();
  changed[at] = value;
  return changed;
}
