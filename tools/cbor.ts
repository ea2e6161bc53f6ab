import { decodeCbor as decode } from "fitbit-simulator";

export { encodeCbor } from "fitbit-simulator";

/** Decodes CBOR; undefined for bytes that are none. */
export function decodeCbor(bytes: Uint8Array): unknown {
  try {
    return decode(bytes);
  } catch {
    return undefined;
  }
}
