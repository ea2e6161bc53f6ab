import { decodeCbor } from "fitbit-simulator";

/** The value that the bytes hold; undefined when they are not CBOR. */
export function readCbor(bytes: Uint8Array): { value: unknown } | undefined {
  try {
    return { value: decodeCbor(bytes) };
  } catch {
    return undefined;
  }
}
