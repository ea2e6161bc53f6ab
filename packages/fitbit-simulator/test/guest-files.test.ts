import { readdirSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { guestText } from "../src/engine/vm/guest-text";
import { watchGuest } from "../src/engine/watch/modules";
import { companionGuest } from "../src/engine/phone/companion-modules";
import { settingsGuest } from "../src/engine/phone/settings-modules";

// All guest files of a program share one scope. Their heads say what they take from each other.

const ENGINE = join(__dirname, "../src/engine");
const FILES = readdirSync(ENGINE, { recursive: true })
  .map((path) => String(path).replace(/\\/g, "/"))
  .filter((path) => path.includes("/guest/"));

const PROGRAMS = {
  watch: watchGuest(0),
  companion: companionGuest(0),
  settings: settingsGuest(0),
};

/** The files that a program is made of. */
function filesOf(program: string): string[] {
  return FILES.filter((path) => program.includes(guestText(path)));
}

/** The names after `global` or `exported` at the head of a file. */
function head(path: string, kind: "global" | "exported"): string[] {
  const names = new RegExp(`/\\* ${kind} ([^*]*) \\*/`).exec(guestText(path));
  return (names?.[1] ?? "")
    .split(",")
    .map((name) => name.trim().replace(/:writable$/, ""))
    .filter((name) => name !== "");
}

/** What a file declares in the scope that all files share. */
function declared(path: string): string[] {
  const { statements } = ts.createSourceFile(
    path,
    guestText(path),
    ts.ScriptTarget.ES5,
  );
  return statements.flatMap((statement) => {
    if (ts.isFunctionDeclaration(statement)) return [statement.name!.text];
    if (!ts.isVariableStatement(statement)) return [];
    return statement.declarationList.declarations.map(
      ({ name }) => (name as ts.Identifier).text,
    );
  });
}

test("every guest file belongs to a program", () => {
  const used = Object.values(PROGRAMS).flatMap(filesOf);
  expect(FILES.filter((path) => !used.includes(path))).toEqual([]);
});

describe.each(Object.entries(PROGRAMS))("in the %s program", (_, program) => {
  const files = filesOf(program);

  test("no name is declared in two files", () => {
    const names = files.flatMap(declared);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  test("a file takes from others only what they export", () => {
    const exported = files.flatMap((path) => head(path, "exported"));
    const missing = files.flatMap((path) =>
      head(path, "global").filter((name) => !exported.includes(name)),
    );
    expect(missing).toEqual([]);
  });

  test("a file exports only what it declares", () => {
    const missing = files.flatMap((path) =>
      head(path, "exported").filter((name) => !declared(path).includes(name)),
    );
    expect(missing).toEqual([]);
  });
});
