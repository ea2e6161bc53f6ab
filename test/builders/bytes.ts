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
