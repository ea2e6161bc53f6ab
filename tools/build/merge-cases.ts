import type { FunctionDeclaration, Program } from "estree";
import { type Case, asCase } from "./case";
import { type Name, type Placed, isCalled, isName, walk } from "./syntax";

// Which functions of the watch app can and should be merged into others.

/** In the comment before a function: it runs every second and stays one of its own. */
const HOT = "@hot";
/**
 * The same for one that runs once, at launch: terser writes it where it is called,
 * and the watch lets go of its code with what calls it.
 */
const ONCE = "@once";
/** The same for one that runs often: a switch looks at its cases in turn, at this among the first. */
const OFTEN = "@often";

/** A module of ES5 with imports and exports, as the bundler makes it. */
export interface Module {
  readonly code: string;
  /** Its syntax tree, with places in `code`. */
  readonly program: Placed<Program>;
  /** Names that are used otherwise than by the other modules' imports. */
  readonly open: ReadonlySet<string>;
}

/** Declarations of a module: those that could become cases, and names of hot ones. */
function declared({ program, code }: Module): {
  cases: Map<string, Case>;
  hot: string[];
} {
  const often = new Map<string, Case>();
  const cases = new Map<string, Case>();
  const hot: string[] = [];
  let before = 0;
  for (const statement of program.body as Placed[]) {
    if (statement.type === "FunctionDeclaration") {
      const node = statement as Placed<FunctionDeclaration>;
      const comment = code.slice(before, node.start);
      if (comment.includes(HOT)) hot.push(node.id.name);
      else if (!comment.includes(ONCE)) {
        const one = asCase(node);
        const among = comment.includes(OFTEN) ? often : cases;
        if (one) among.set(node.id.name, one);
      }
    }
    before = statement.end;
  }
  return { cases: new Map([...often, ...cases]), hot };
}

/** What a module takes from others: the local name to the module and the name there. */
export function importsOf({
  program,
}: Module): Map<string, readonly [file: string, name: string]> {
  const found = new Map<string, readonly [string, string]>();
  for (const statement of program.body) {
    if (statement.type !== "ImportDeclaration") continue;
    const file = String(statement.source.value).replace("./", "");
    for (const one of statement.specifiers) {
      if (one.type !== "ImportSpecifier") continue;
      const { name } = one.imported as { name: string };
      found.set(one.local.name, [file, name]);
    }
  }
  return found;
}

/** What a module gives to others: the name outside to the local one. */
export function exportsOf({ program }: Module): Map<string, string> {
  const found = new Map<string, string>();
  for (const statement of program.body) {
    if (statement.type !== "ExportNamedDeclaration") continue;
    if (statement.source) continue;
    for (const { exported, local } of statement.specifiers) {
      found.set(
        (exported as { name: string }).name,
        (local as { name: string }).name,
      );
    }
  }
  return found;
}

/** What a module passes on from others: the module and the name there. */
function passedOn({ program }: Module): Array<readonly [string, string]> {
  const found: Array<readonly [string, string]> = [];
  for (const statement of program.body) {
    if (statement.type !== "ExportNamedDeclaration") continue;
    if (!statement.source) continue;
    const file = String(statement.source.value).replace("./", "");
    for (const { local } of statement.specifiers) {
      found.push([file, (local as { name: string }).name]);
    }
  }
  return found;
}

/** A use of a function of one module in the same or another. */
interface Use {
  readonly name: Name;
  readonly parent: Placed;
  /** Where the function is declared, and its name there. */
  readonly file: string;
  readonly declared: string;
}

/** Calls `visit` for each use of a name that is declared in one of the modules. */
function eachUse(
  modules: ReadonlyMap<string, Module>,
  visit: (use: Use) => void,
): void {
  for (const [file, module] of modules) {
    const imports = importsOf(module);
    walk(module.program, (node, parent) => {
      if (!isName(node, parent) || /Specifier$/.test(parent!.type)) return;
      const [there, outside] = imports.get(node.name) ?? [file, ""];
      const home = modules.get(there);
      if (!home) return;
      const declared = outside ? exportsOf(home).get(outside) : node.name;
      if (declared === undefined) return;
      visit({ name: node, parent: parent!, file: there, declared });
    });
  }
}

/** What becomes of the functions of the modules, by module. */
export interface Plan {
  /** Those that become cases, by name. */
  readonly cases: ReadonlyMap<string, Map<string, Case>>;
  /** Calls that terser must not replace by what they call, in each module. */
  readonly kept: ReadonlyMap<string, readonly Name[]>;
}

/**
 * Which functions become cases: those that are only called, and not marked as
 * hot. A hot one that is called once stays a function of its own: terser would
 * make it anew at each call.
 */
export function planOf(modules: ReadonlyMap<string, Module>): Plan {
  const cases = new Map<string, Map<string, Case>>();
  const hot = new Map<string, Map<string, Name[]>>();
  for (const [file, module] of modules) {
    const functions = declared(module);
    cases.set(file, functions.cases);
    hot.set(file, new Map(functions.hot.map((name) => [name, []])));
  }
  for (const module of modules.values()) {
    for (const [there, outside] of passedOn(module)) {
      cases.get(there)!.delete(exportsOf(modules.get(there)!).get(outside)!);
    }
  }
  for (const [file, module] of modules) {
    for (const [outside, local] of exportsOf(module)) {
      if (module.open.has(outside)) cases.get(file)!.delete(local);
    }
  }
  const places = new Map<Name, string>();
  for (const [file, { program }] of modules) {
    walk(program, (node, parent) => {
      if (isName(node, parent)) places.set(node, file);
    });
  }
  eachUse(modules, ({ name, parent, file, declared }) => {
    const own = cases.get(file)!;
    // A value, or another thing of this name somewhere.
    const one = own.get(declared);
    if (one && parent !== one.node && !isCalled(name, parent)) {
      own.delete(declared);
    }
    if (isCalled(name, parent)) hot.get(file)!.get(declared)?.push(name);
  });
  const kept = new Map<string, Name[]>();
  for (const file of modules.keys()) kept.set(file, []);
  for (const calls of hot.values()) {
    for (const [call, ...more] of calls.values()) {
      if (call && !more.length) kept.get(places.get(call)!)!.push(call);
    }
  }
  return { cases, kept };
}
