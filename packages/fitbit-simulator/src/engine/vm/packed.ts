import { Encoder } from "cbor-x";

/** The key of a tagged value: "u" undefined, "b" bytes, or a number such as "NaN". */
const TAG = "\0";

/** The numbers that JSON has no form for. */
const NO_JSON: ReadonlySet<string> = new Set(["NaN", "Infinity", "-Infinity"]);

/**
 * Reads a value that the guest's `pack` wrote: JSON, with tags for what JSON has no form for. A
 * program can put something else in the place of what `pack` uses.
 * @throws SyntaxError when the text is no JSON
 * @throws TypeError when it has tags that `pack` does not write
 */
export function unpackValue(text: string): unknown {
  return fromTagged(JSON.parse(text));
}

/** Writes a value for the guest's `unpack`. */
export function packValue(value: unknown): string {
  return JSON.stringify(toTagged(value));
}

function fromTagged(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fromTagged);
  if (typeof value !== "object" || value === null) return value;
  const tag = (value as Record<string, unknown>)[TAG];
  if (tag === "u") return undefined;
  if (tag === "b") {
    const text: unknown = (value as { b?: unknown }).b;
    if (typeof text !== "string") throw noPacked();
    return Uint8Array.from(text, (char) => char.charCodeAt(0) - 256);
  }
  if (typeof tag === "string") {
    if (!NO_JSON.has(tag)) throw noPacked();
    return Number(tag);
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, fromTagged(inner)]),
  );
}

function noPacked(): TypeError {
  return new TypeError("this is not a packed value");
}

function toTagged(value: unknown): unknown {
  if (value === undefined) return { [TAG]: "u" };
  if (typeof value === "bigint") return Number(value);
  if (typeof value === "number" && !Number.isFinite(value)) {
    return { [TAG]: String(value) };
  }
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Uint8Array) {
    let text = "";
    for (const byte of value) text += String.fromCharCode(256 + byte);
    return { [TAG]: "b", b: text };
  }
  if (Array.isArray(value)) return value.map(toTagged);
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, toTagged(inner)]),
  );
}

/** Plain CBOR: maps with text keys, byte strings, nothing tagged. */
const coder = new Encoder({
  useRecords: false,
  mapsAsObjects: true,
  variableMapSize: true,
  tagUint8Array: false,
});

/** Kinds of values that CBOR tells by the top three bits (RFC 8949). */
const BYTES_KIND = 2;
const TEXT_KIND = 3;
const LIST_KIND = 4;
const MAP_KIND = 5;
const TAG_KIND = 6;

/** CBOR of a value. */
export function encodeCbor(value: unknown): Uint8Array {
  return new Uint8Array(coder.encode(value));
}

/** @throws Error when the bytes are not one CBOR value, or one that is more than plain */
export function decodeCbor(bytes: Uint8Array): unknown {
  if (!isPlain(bytes)) throw new Error("CBOR is cut off or has tags");
  return coder.decode(bytes);
}

/**
 * True for CBOR without tags in which nothing is longer than what there is. The library gives tags
 * meanings that no watch has: one lets a value stand for another as often as it likes, which makes
 * gigabytes of a few bytes. And its native half never returns from lengths near 2 ** 32.
 */
function isPlain(bytes: Uint8Array): boolean {
  let at = 0;
  while (at < bytes.length) {
    const [kind, short] = [bytes[at]! >> 5, bytes[at]! & 31];
    if (kind === TAG_KIND) return false;
    at += 1;
    let length = short < 24 ? short : 0;
    if (short >= 24 && short < 28) {
      const end = at + (1 << (short - 24));
      for (; at < end; at += 1) length = length * 256 + (bytes[at] ?? 0);
    }
    if (kind === BYTES_KIND || kind === TEXT_KIND) at += length;
    // A list takes a byte for each entry at the least, and room before its entries are read.
    const entries = kind === LIST_KIND || kind === MAP_KIND ? length : 0;
    if (entries > bytes.length - at) return false;
  }
  return at === bytes.length;
}
