import MagicString from "magic-string";
import type { Case } from "./case";
import { type Module, exportsOf, importsOf, planOf } from "./merge-cases";
import { type Placed, isCalled, isName, walk } from "./syntax";

// A function costs a watch 50 to 75 bytes of its 64 KB beside what it does. Here
// small functions of a file become the cases of a few large ones.

/**
 * How many functions become one: of more, the code is too long for the gaps that a
 * full heap has, of fewer, there are more functions.
 */
const MOST = 13;

/** Where a function went: the merged one's name, its name outside, the number of its case. */
type Place = readonly [merged: string, outside: string, number: number];

/** From behind what is called to behind the bracket that opens its arguments. */
const OPENING = /(?:\s|\)|\/\*[^]*?\*\/|\/\/.*)*\(/y;

/** The place behind the bracket that opens the arguments of a call. */
function argumentsAt(code: string, from: number): number {
  OPENING.lastIndex = from;
  OPENING.test(code);
  return OPENING.lastIndex;
}

/** Moves the body of a function to the end of the file, its own names made anew. */
function moveBody(
  text: MagicString,
  { node, params, locals }: Case,
  around: { readonly before: string; readonly after: string },
): void {
  const names = new Map<string, string>();
  params.forEach((name, i) => names.set(name, `merge$${i}`));
  locals.forEach((name, i) => names.set(name, `merge$$${i}`));
  const body = node.body as Placed;
  walk(body, (inner, parent) => {
    if (!isName(inner, parent)) return;
    const name = names.get(inner.name);
    if (name) text.overwrite(inner.start, inner.end, name);
  });
  const from = body.start + 1;
  const to = body.end - 1;
  text.remove(node.start, from);
  text.remove(to, node.end);
  text.prependRight(from, around.before);
  text.appendLeft(to, around.after);
  text.move(from, to, text.original.length);
}

/** Writes the merged functions of a module at its end. */
function writeMerged(
  text: MagicString,
  cases: ReadonlyMap<string, Case>,
  places: ReadonlyMap<string, Place>,
): void {
  for (const merged of new Set([...places.values()].map(([name]) => name))) {
    const own = [...cases].filter(([name]) => places.get(name)![0] === merged);
    const most = Math.max(...own.map(([, { params }]) => params.length));
    const names = Array.from({ length: most }, (_, i) => `merge$${i}`);
    const head =
      `\nfunction ${merged}(${["merge$", ...names].join(", ")}) {\n` +
      "switch (merge$) {\n";
    own.forEach(([name, one], number) => {
      moveBody(text, one, {
        before: `${number ? "" : head}case ${number}: // ${name}\n`,
        after: `\nreturn;\n${number < own.length - 1 ? "" : "}\n}\n"}`,
      });
    });
  }
}

/** Writes the imports and exports of a module anew, with merged functions in them. */
function writeLinks(
  text: MagicString,
  module: Module,
  placeOf: (local: string) => Place | undefined,
): void {
  const imports = importsOf(module);
  for (const statement of module.program.body as Placed[]) {
    // Several cases of one merged function are one name.
    const names = new Set<string>();
    let written = "";
    if (statement.type === "ExportNamedDeclaration" && !statement.source) {
      for (const [outside, local] of exportsOf(module)) {
        const place = placeOf(local);
        names.add(
          place ? `${place[0]} as ${place[1]}` : `${local} as ${outside}`,
        );
      }
      written = `export { ${[...names].join(", ")} };`;
    } else if (statement.type === "ImportDeclaration") {
      const locals = statement.specifiers.map(({ local }) => local.name);
      if (!locals.some((name) => placeOf(name))) continue;
      for (const name of locals) {
        const place = placeOf(name);
        const outside = place ? place[1] : imports.get(name)![1];
        names.add(`${outside} as ${place ? place[0] : name}`);
      }
      const from = JSON.stringify(statement.source.value);
      written = `import { ${[...names].join(", ")} } from ${from};`;
    } else continue;
    text.overwrite(statement.start, statement.end, written);
  }
}

/**
 * Makes small functions the cases of a few large ones, which are called with the
 * number of the case first.
 * @returns the modules' texts, to be asked for their code and their source maps
 * @throws Error when a name in them is one that this pass gives
 */
export function mergeFunctions(
  modules: ReadonlyMap<string, Module>,
): Map<string, MagicString> {
  const { cases: all, kept } = planOf(modules);
  const placed = new Map<string, Map<string, Place>>();
  [...all].forEach(([file, cases], at) => {
    // One alone would only gain a switch.
    if (cases.size < 2) cases.clear();
    const names = [...cases.keys()];
    const groups = Math.ceil(names.length / MOST);
    const places = names.map((name, i): [string, Place] => [
      name,
      [`merged${at}$${i % groups}`, `$${i % groups}`, Math.floor(i / groups)],
    ]);
    placed.set(file, new Map(places));
  });
  const texts = new Map<string, MagicString>();
  for (const [file, module] of modules) {
    const { code, program } = module;
    const text = new MagicString(code);
    const imports = importsOf(module);
    const own = placed.get(file)!;
    const placeOf = (local: string): Place | undefined => {
      const from = imports.get(local);
      if (!from) return own.get(local);
      const there = modules.get(from[0]);
      const name = there && exportsOf(there).get(from[1]);
      return name === undefined ? undefined : placed.get(from[0])!.get(name);
    };
    walk(program, (node, parent) => {
      if (!isName(node, parent)) return;
      if (/^merged?\d*\$/.test(node.name)) {
        throw new Error(`${node.name}: such names are the build's own.`);
      }
      const place = isCalled(node, parent) ? placeOf(node.name) : undefined;
      if (!place || !isCalled(node, parent)) return;
      text.overwrite(node.start, node.end, place[0]);
      const more = parent.arguments.length ? ", " : "";
      text.appendLeft(argumentsAt(code, node.end), `${place[2]}${more}`);
    });
    for (const call of kept.get(file)!) {
      text.prependLeft(call.start, "/* @__NOINLINE__ */ ");
    }
    writeMerged(text, all.get(file)!, own);
    writeLinks(text, module, placeOf);
    texts.set(file, text);
  }
  return texts;
}
