import { SaxesParser } from "saxes";
import { ViewError } from "./types";

/** One element as written in a file, before styles and symbols are applied. */
export interface Markup {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Markup[];
  /** Character data directly inside the element, as written. */
  text: string;
  readonly path: string;
  readonly line: number;
}

// Deeper or larger than any real view; a bound so that a hostile file cannot exhaust memory.
const MAX_DEPTH = 64;
const MAX_CHARACTERS = 1_000_000;

/** What an element that stands outside of an `<svg>` may be; it is put into one. */
const ROOTS = new Set(
  "defs symbol link style section g use rect circle line arc text textarea image var".split(
    " ",
  ),
);
/** Mistakes of a file that is cut off; the watch is thought to read past all others. */
const FATAL = /^(unclosed tag|unexpected end)/;
/** More mistakes in one file are not told, or not read past. */
const MOST_TOLD = 20;
const MOST_MISTAKES = 1000;

/**
 * Reads one view or definitions file, forgiving as the watch's own reader: an attribute that is
 * there twice, text outside of the root, several roots, unknown entities, elements that end with
 * what is around them. What is not inside an `<svg>` is put into the first one, or into a new one.
 * @param told hears of each mistake that was read past
 * @throws ViewError when the file is cut off
 */
export function parseMarkup(
  path: string,
  source: string,
  told: (problem: string) => void = () => undefined,
): Markup {
  if (source.length > MAX_CHARACTERS) {
    throw new ViewError(path, 1, `larger than ${MAX_CHARACTERS} characters`);
  }
  const parser = new SaxesParser<{ fragment: true }>({ fragment: true });
  const open: Markup[] = [];
  const roots: Markup[] = [];
  let mistakes = 0;
  parser.on("error", (error) => {
    const problem = error.message.replace(/^.*?\d+:\d+: /, "");
    if (FATAL.test(problem)) throw new ViewError(path, parser.line, problem);
    mistakes += 1;
    if (mistakes > MOST_MISTAKES) {
      const many = `more than ${MOST_MISTAKES} mistakes`;
      throw new ViewError(path, parser.line, many);
    }
    if (mistakes <= MOST_TOLD) told(`${path}:${parser.line}: ${problem}`);
  });
  parser.on("doctype", () => {
    throw new ViewError(
      path,
      parser.line,
      "DOCTYPE and entities are not allowed",
    );
  });
  parser.on("opentag", (tag) => {
    if (open.length >= MAX_DEPTH) {
      throw new ViewError(path, parser.line, `nested deeper than ${MAX_DEPTH}`);
    }
    const element: Markup = {
      tag: tag.name,
      attributes: tag.attributes as Record<string, string>,
      children: [],
      text: "",
      path,
      line: parser.line,
    };
    (open[open.length - 1]?.children ?? roots).push(element);
    open.push(element);
  });
  const addText = (text: string) => {
    const element = open[open.length - 1];
    if (element) element.text += text;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => open.pop());
  parser.write(source).close();
  return oneRoot(path, roots);
}

/** The first `<svg>`, with what stands beside it put inside. */
function oneRoot(path: string, roots: readonly Markup[]): Markup {
  const [first] = roots;
  if (first === undefined) throw new ViewError(path, 1, "holds no element");
  const strange = roots.find(({ tag }) => tag !== "svg" && !ROOTS.has(tag));
  if (strange !== undefined) {
    const problem = `starts with <${strange.tag}>, not <svg>`;
    throw new ViewError(path, strange.line, problem);
  }
  const at = roots.findIndex(({ tag }) => tag === "svg");
  const svg = roots[at];
  if (svg === undefined) {
    const { line } = first;
    return {
      tag: "svg",
      attributes: {},
      children: [...roots],
      text: "",
      path,
      line,
    };
  }
  svg.children.unshift(...roots.slice(0, at));
  svg.children.push(...roots.slice(at + 1));
  return svg;
}
