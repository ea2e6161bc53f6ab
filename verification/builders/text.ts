import fc from "fast-check";

/** Where the code points of half characters begin, and how many there are. */
const HALVES = { from: 0xd800, count: 0x800 };

/**
 * Any character but half a one. fast-check's own unit `binary` draws the same,
 * and makes a table of a million of them first, in each test file.
 */
export const anyCharacter: fc.Arbitrary<string> = fc
  .integer({ min: 0, max: 0x10ffff - HALVES.count })
  .map((n) => String.fromCodePoint(n < HALVES.from ? n : n + HALVES.count));
