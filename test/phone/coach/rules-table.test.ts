import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

// docs/coach-rules.md names files and tests; what it names has to be there.

const ROOT = join(__dirname, "../../..");

function read(file: string): string {
  return readFileSync(join(ROOT, file), "utf8");
}

/** The cells of each rule's row. */
const ROWS = read("docs/coach-rules.md")
  .split("\n")
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .filter(([, rule, what, by]) => rule && rule !== "rule" && what && by)
  .filter(([, rule]) => !/^-+$/.test(rule!))
  .map(([, rule, , by, held]) => ({ rule: rule!, by: by!, held: held! }));

/** Ids of the rules, without a gap. */
const RULES: ReadonlyArray<readonly [letter: string, numbers: number[]]> = [
  ["A", [1, 2, 3, 4, 5, 6, 10, 11, 12, 13, 14, 15, 16]],
  ["B", [1, 2, 3, 4, 5, 6, 7, 8, 9]],
  ["C", [1, 2, 3, 4, 5]],
  ["D", [0, 1, 2, 3, 4, 5, 6, 7, 10, 11, 12]],
  ["E", [1, 2, 3, 4, 5, 6, 7, 8, 9]],
  ["F", [1, 2, 3, 4, 5]],
  ["H", Array.from({ length: 16 }, (_, i) => i + 1)],
  ["P", [1, 2, 3, 4, 5, 6, 7]],
  ["R", [1, 2, 3, 4, 5, 6, 7]],
];

test("every rule has its row", () => {
  const named = ROWS.flatMap(({ rule }) => rule.split(", "));
  const twoDigits = ["A", "H"];
  const all = RULES.flatMap(([letter, numbers]) =>
    numbers.map((one) => {
      const number = String(one);
      const wide = twoDigits.includes(letter)
        ? number.padStart(2, "0")
        : number;
      return `${letter}-${wide}`;
    }),
  );
  expect(all.concat("D-B", "G").filter((id) => !named.includes(id))).toEqual(
    [],
  );
});

test("each row names files that are there, and tests that are in them, or says what is not done", () => {
  const wrong = ROWS.filter(({ by, held }) => {
    const files = [...by.matchAll(/`([^`]+)`/g)].map(([, file]) => file!);
    if (/^not done|^–/.test(by)) return !/^–|^no test/.test(held);
    if (!files.length || !files.every((one) => existsSync(join(ROOT, one))))
      return true;
    if (/^no test/.test(held)) return false;
    let source = "";
    const parts = [...held.matchAll(/`([^`]+)`|“([^”]+)”/g)];
    const named = parts.filter(([, file, name]) => {
      if (file) source = existsSync(join(ROOT, file)) ? read(file) : "";
      return name && source.includes(`"${name}"`);
    });
    const names = parts.filter(([, , name]) => name);
    return !names.length || named.length < names.length;
  });
  expect(wrong).toEqual([]);
});
