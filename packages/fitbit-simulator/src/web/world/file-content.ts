import { decodeCbor } from "../../engine/vm/packed";

/** What bytes hold as CBOR; undefined when they are none. */
export function contentOf(bytes: Uint8Array): unknown {
  try {
    return decodeCbor(bytes);
  } catch {
    return undefined;
  }
}
