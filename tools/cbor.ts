import { Encoder } from "cbor-x";

const codec = new Encoder({ useRecords: false, mapsAsObjects: true });

/** Decodes CBOR; undefined for bytes that are none. */
export function decodeCbor(bytes: Uint8Array): unknown {
  try {
    return codec.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Encodes a value as CBOR. */
export function encodeCbor(value: unknown): Uint8Array {
  return new Uint8Array(codec.encode(value));
}
