import fc from "fast-check";
import { anyCharacter } from "../builders/text";

/**
 * One change of an input: what is done, where, how far it reaches, and what is put there. Four
 * numbers, so that a million changed inputs cost little and shrink by themselves.
 */
type Edit = readonly [what: number, where: number, reach: number, put: number];

function edits(most: number): fc.Arbitrary<readonly Edit[]> {
  return fc.array(
    fc.tuple(fc.nat(6), fc.nat(0xffff), fc.nat(15), fc.nat(0xffff)),
    { maxLength: most },
  );
}

/** Edits of one input at most: enough for two that only work together. */
const MOST_EDITS = 6;

/** No input gets longer than this, in bytes or characters. */
export const LONGEST = 32_768;

/** What edits need to know of a kind of input. */
interface Pieces<T> {
  length(of: T): number;
  slice(of: T, from: number, to: number): T;
  join(parts: readonly T[]): T;
  repeat(of: T, times: number): T;
  /** Something short to put in, from any number. */
  make(put: number): T;
}

function edited<T>(
  pieces: Pieces<T>,
  corpus: readonly T[],
  input: T,
  [what, where, reach, put]: Edit,
): T {
  const length = pieces.length(input);
  const at = Math.floor((where * (length + 1)) / 65_536);
  const end = Math.min(length, at + (1 << (reach & 7)));
  const head = pieces.slice(input, 0, at);
  const piece = pieces.slice(input, at, end);
  const tail = pieces.slice(input, end, length);
  switch (what) {
    case 0:
      return head;
    case 1:
      return pieces.join([head, tail]);
    case 2:
      return pieces.join([head, pieces.make(put), piece, tail]);
    case 3:
      return pieces.join([head, pieces.make(put), tail]);
    case 4: {
      const other = corpus[put % corpus.length] ?? input;
      const from = Math.floor((put * pieces.length(other)) / 65_536);
      const to = from + (1 << reach);
      return pieces.join([head, pieces.slice(other, from, to), piece, tail]);
    }
    case 5: {
      const size = Math.max(1, pieces.length(piece));
      const room = Math.floor((LONGEST - length) / size);
      // Mostly a few times; the largest inputs cost the most.
      const times = 1 << (put & 0x1f0 ? put & 3 : put & 15);
      const run = pieces.repeat(piece, Math.max(0, Math.min(times, room)));
      return pieces.join([head, run, piece, tail]);
    }
    default: {
      const to = Math.floor((put * (length + 1)) / 65_536);
      const rest = pieces.join([head, tail]);
      return pieces.join([
        pieces.slice(rest, 0, to),
        piece,
        pieces.slice(rest, to, pieces.length(rest)),
      ]);
    }
  }
}

function changed<T>(
  pieces: Pieces<T>,
  corpus: readonly T[],
  random: fc.Arbitrary<T>,
  most = MOST_EDITS,
): fc.Arbitrary<T> {
  const mutated = fc
    .tuple(fc.nat(corpus.length - 1), edits(most))
    .map(([first, edits]) => {
      let input = corpus[first] as T;
      for (const edit of edits) input = edited(pieces, corpus, input, edit);
      return pieces.slice(input, 0, LONGEST);
    });
  return fc.oneof(
    { arbitrary: mutated, weight: 15 },
    { arbitrary: random, weight: 1 },
  );
}

/** Numbers at which lengths, counts and signs go wrong. */
const EDGES = [
  0, 1, 2, 0x7f, 0x80, 0xff, 0x100, 0x7fff, 0xffff, 0x10000, 0x1000000,
  0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff,
];

const BYTES: Pieces<Uint8Array> = {
  length: (of) => of.length,
  slice: (of, from, to) => of.subarray(from, to),
  join: (parts) => {
    const all = new Uint8Array(parts.reduce((sum, one) => sum + one.length, 0));
    let at = 0;
    for (const part of parts) {
      all.set(part, at);
      at += part.length;
    }
    return all;
  },
  repeat: (of, times) => {
    const all = new Uint8Array(of.length * times);
    for (let i = 0; i < times; i++) all.set(of, i * of.length);
    return all;
  },
  make: (put) => {
    if ((put & 3) !== 0) return Uint8Array.of(put >> 8);
    const bytes = new Uint8Array(put & 4 ? 4 : 2);
    const edge = EDGES[(put >> 4) % EDGES.length] ?? 0;
    const view = new DataView(bytes.buffer);
    if (bytes.length === 2) view.setUint16(0, edge, (put & 8) === 0);
    else view.setUint32(0, edge, (put & 8) === 0);
    return bytes;
  },
};

/** Valid bytes with flips, cuts, splices and repeats; sometimes any bytes. */
export function bytesLike(
  corpus: readonly Uint8Array[],
): fc.Arbitrary<Uint8Array> {
  return changed(BYTES, corpus, fc.uint8Array({ maxLength: 64 }));
}

/** Characters that end, open or hide something in one format or another. */
const ODD =
  "\0 \n\t\"'`<>&;:,.{}[]()#%$/\\-+*=@!?_0123456789eExX\u00e9\u200b\u202e\ud800\ufeff\uffff";

/** Valid texts with flips, cuts, splices and repeats, with these words in any place. */
export function textLike(
  corpus: readonly string[],
  words: readonly string[],
  most = MOST_EDITS,
): fc.Arbitrary<string> {
  const pieces: Pieces<string> = {
    length: (of) => of.length,
    slice: (of, from, to) => of.slice(from, to),
    join: (parts) => parts.join(""),
    repeat: (of, times) => of.repeat(times),
    make: (put) =>
      (put & 1 ? words[(put >> 1) % words.length] : undefined) ??
      ODD.charAt((put >> 1) % ODD.length),
  };
  const random = fc.string({ maxLength: 40, unit: anyCharacter });
  return changed(pieces, corpus, random, most);
}

/** Values that no field expects. */
const STRANGE: readonly unknown[] = [
  undefined,
  null,
  true,
  false,
  0,
  -0,
  -1,
  0.5,
  1,
  2,
  61,
  1e9,
  4294967296,
  1e21,
  1e308,
  NaN,
  Infinity,
  -Infinity,
  "",
  " ",
  "\0",
  "custom",
  "__proto__",
  "constructor",
  "x".repeat(30),
  "x".repeat(40_000),
  "\ud800",
  "1",
  [],
  [[]],
  {},
  { length: 8 },
  { __proto__: null },
  new Uint8Array(3),
  Array.from({ length: 5000 }, () => 0),
  new Array(8),
  nested(2000),
];

function nested(depth: number): unknown {
  let value: unknown = [];
  for (let i = 0; i < depth; i++) value = [value];
  return value;
}

function replaced(value: unknown, edit: Edit, other: unknown): unknown {
  const [what, where, reach, put] = edit;
  if (Array.isArray(value)) {
    const list = [...(value as unknown[])];
    const at = where % (list.length + 1);
    const down = Math.floor(where / (list.length + 1));
    if (at < list.length && what < 4) {
      list[at] = replaced(list[at], [what, down, reach, put], other);
    } else if (what === 4) list.splice(at, 1 + (reach & 3));
    else if (what === 5) {
      const piece = list.slice(at, at + 1 + (reach & 3));
      for (let n = 1 << (reach % 12); n > 0; n--) list.push(...piece);
    } else list.splice(at, 0, STRANGE[put % STRANGE.length]);
    return list;
  }
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value);
    const at = where % (entries.length + 1);
    const down = Math.floor(where / (entries.length + 1));
    const [name, inner] = entries[at] ?? ["", undefined];
    if (at < entries.length && what < 5) {
      entries[at] = [name, replaced(inner, [what, down, reach, put], other)];
    } else if (what === 5) entries.splice(at, 1);
    else {
      const key = ["__proto__", "constructor", "toString", "length", "extra"];
      entries.push([key[put % 5] as string, STRANGE[put % STRANGE.length]]);
    }
    return Object.fromEntries(entries);
  }
  if (what < 2 && typeof value === "number") {
    return value + [1, -1, 0.5, 1e10][reach & 3]!;
  }
  if (what === 2) return other;
  return STRANGE[put % STRANGE.length];
}

/** Valid values (lists, objects, numbers, texts) with parts replaced, dropped, added and repeated. */
export function valueLike(corpus: readonly unknown[]): fc.Arbitrary<unknown> {
  return fc
    .tuple(fc.nat(corpus.length - 1), edits(MOST_EDITS))
    .map(([first, edits]) =>
      edits.reduce<unknown>(
        (value, edit) => replaced(value, edit, corpus[edit[3] % corpus.length]),
        corpus[first],
      ),
    );
}
