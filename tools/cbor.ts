import { decodeCbor as decode } from "../simulator/engine/vm/packed";

export { encodeCbor } from "../simulator/engine/vm/packed";

/** Decodes CBOR; undefined for bytes that are none. */
export function decodeCbor(bytes: Uint8Array): unknown {
  try {
    return decode(bytes);
  } catch {
    return undefined;
  }
}
