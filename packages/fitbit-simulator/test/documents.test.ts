import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

// The documents name tests; what they name has to be there.

const PACKAGE = join(__dirname, "..");
const FOLDERS = ["", "view", "web", "../../../test/e2e"];

function read(file: string): string {
  return readFileSync(join(PACKAGE, file), "utf8");
}

/** The text of the test file that a document calls by its bare name; undefined when there is none. */
function testFile(name: string): string | undefined {
  const files = FOLDERS.flatMap((folder) =>
    [`${name}.test.ts`, `${name}.ts`].map((file) =>
      join(__dirname, folder, file),
    ),
  );
  const found = files.find((file) => existsSync(file));
  return found && readFileSync(found, "utf8");
}

/** The rows of all tables whose last column is headed by a word, as lists of cells. */
function rowsOf(document: string, heading: RegExp): string[][] {
  const rows: string[][] = [];
  let inTable = false;
  for (const line of read(document).split("\n")) {
    const cells = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
    if (cells.length < 4) inTable = false;
    else if (heading.test(cells.at(-2)!)) inTable = true;
    else if (inTable && !/^-+$/.test(cells.at(-2)!)) {
      rows.push(cells.slice(1, -1));
    }
  }
  return rows;
}

test("each row of the README's tables names files of tests that are there", () => {
  const rows = rowsOf("README.md", /^tests?\b/);
  expect(rows.length).toBeGreaterThan(120);
  const wrong = rows.filter((cells) => {
    const names = [...cells.at(-1)!.matchAll(/`([\w-]+)`/g)];
    return (
      names.length === 0 ||
      names.some(([, name]) => testFile(name!) === undefined)
    );
  });
  expect(wrong).toEqual([]);
});

test("each fact of the platform, and each kind of public packages, names tests that are there", () => {
  const named = [
    ...rowsOf("README.md", /^test$/)
      .filter((cells) => cells.length === 2)
      .map((cells) => cells[1]!),
    ...rowsOf("docs/kinds.md", /^tests$/).map((cells) => cells.at(-1)!),
  ];
  const wrong = named
    .flatMap((cell) => cell.split(";"))
    .filter((part) => {
      const [, file, names] =
        /^\s*`?([\w-]+)`?(?::\s*(.*))?$/s.exec(part) ?? [];
      const text = file && testFile(file);
      if (!text) return true;
      return (names ?? "")
        .split(/…|, /)
        .some((name) => !text.includes(name.trim()));
    });
  expect(wrong).toEqual([]);
});

test("the 26 kinds have a row each", () => {
  const numbers = rowsOf("docs/kinds.md", /^tests$/)
    .map(([number]) => Number(number))
    .filter((number) => number > 0);
  expect(numbers).toEqual(Array.from({ length: 26 }, (_, at) => at + 1));
});
