import fc from "fast-check";
import {
  checkOf,
  checkedLine,
  endLine,
  hexOf,
  lineOf,
} from "../../common/wire/console-lines";
import { HeardLines } from "../../phone/computer/heard-lines";

/** All lines of a file, as the watch says them. */
function linesOf(name: string, bytes: Uint8Array): string[] {
  const hex = hexOf(bytes);
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += 32) {
    lines.push(lineOf(name, hex, checkOf(hex), at));
  }
  return lines;
}

const RUNS = { numRuns: 1000 };
const name = fc.constantFrom("s-abc-0001", "s-abc-0002", "m-xyz-zzzz", "watch");
const content = fc.uint8Array({ minLength: 1, maxLength: 200 });
const files = fc.array(fc.tuple(name, content), { minLength: 1, maxLength: 6 });

test("the check is that of RFC 4880", () => {
  expect(checkOf("123456789")).toBe(0x21cf02);
});

test("all lines heard, in any order and some twice: all files, as they were", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(name, content), { selector: ([one]) => one }),
      fc.infiniteStream(fc.nat()),
      (all, chance) => {
        const lines = all.flatMap(([one, bytes]) => linesOf(one, bytes));
        lines.push(
          ...lines.filter((_, at) => at % 3 === 0),
          "hello",
          "rc1 end",
        );
        lines.push(endLine("a1", all.length));
        const order = lines.map(() => chance.next().value);
        const heard = new HeardLines();
        lines
          .map((line, at) => ({ line, at: order[at]! }))
          .sort((a, b) => a.at - b.at)
          .forEach(({ line }) => heard.hear(line));
        const given = Object.fromEntries(
          heard.files().map((file) => [file.name, [...file.data]]),
        );
        const were = all.map(([one, bytes]) => [one, [...bytes]]);
        expect(given).toEqual(Object.fromEntries(were));
        expect(heard.isComplete("a1")).toBe(true);
        expect(heard.isComplete("a2")).toBe(false);
      },
    ),
    RUNS,
  );
});

/** What may become of a line on its way. */
type Fate = readonly [kind: number, place: number, character: string];
const fate: fc.Arbitrary<Fate> = fc.tuple(
  fc.nat(5),
  fc.nat(200),
  fc.constantFrom(..."0123456789abcdef rz"),
);

function arrives(line: string, [kind, place, character]: Fate): string[] {
  const at = place % line.length;
  if (kind === 0) return [];
  if (kind === 1) return [line, line];
  if (kind === 2) return [line.slice(0, at)];
  if (kind === 3) return [line.slice(0, at) + character + line.slice(at + 1)];
  if (kind === 4) return [line.slice(at), line.slice(0, at)];
  return [line];
}

test("lost, doubled, cut, damaged, mixed with an older content: never a file that was not", () => {
  fc.assert(
    fc.property(
      files,
      fc.infiniteStream(fate),
      fc.infiniteStream(fc.nat()),
      (all, fates, chance) => {
        const heard = new HeardLines();
        // Names come more than once: a file changes between its lines.
        all
          .flatMap(([one, bytes]) => linesOf(one, bytes))
          .map((line) => ({ line, at: chance.next().value }))
          .sort((a, b) => a.at - b.at)
          .flatMap(({ line }) => arrives(line, fates.next().value))
          .forEach((line) => heard.hear(line));
        const were = all.map(([one, bytes]) => one + ":" + hexOf(bytes));
        for (const { name: one, data } of heard.files()) {
          expect(were).toContain(one + ":" + hexOf(data));
        }
      },
    ),
    RUNS,
  );
});

test("two contents under one seal are both refused when their parts mix", () => {
  const heard = new HeardLines();
  const bytes = new Uint8Array(64).fill(7);
  const [first] = linesOf("watch", bytes);
  heard.hear(first!);
  // Another second part, under the seal of the file before.
  const other = hexOf(new Uint8Array(64).fill(9));
  heard.hear(lineOf("watch", other, checkOf(hexOf(bytes)), 32));
  expect(heard.files()).toEqual([]);
});

test.each([
  ["a part that is too short", "rc1 watch 64 a1 0 0011 "],
  ["a part that begins elsewhere", "rc1 watch 2 a1 1 00 "],
  ["a file that is too long", `rc1 watch 9999 a1 0 ${"00".repeat(32)} `],
  ["another version", "rc2 watch 1 a1 0 00 "],
])("%s is passed over, though its check is right", (_, text) => {
  const heard = new HeardLines();
  heard.hear(checkedLine(text));
  expect(heard.files()).toEqual([]);
});
