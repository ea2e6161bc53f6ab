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

/** Reads one view or definitions file. @throws ViewError when it is not well-formed */
export function parseMarkup(path: string, source: string): Markup {
  if (source.length > MAX_CHARACTERS) {
    throw new ViewError(path, 1, `larger than ${MAX_CHARACTERS} characters`);
  }
  const parser = new SaxesParser();
  const open: Markup[] = [];
  let root: Markup | undefined;
  parser.on("error", (error) => {
    const problem = error.message.replace(/^.*?\d+:\d+: /, "");
    throw new ViewError(path, parser.line, problem);
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
      attributes: tag.attributes,
      children: [],
      text: "",
      path,
      line: parser.line,
    };
    const parent = open[open.length - 1];
    if (parent) parent.children.push(element);
    else root = element;
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
  if (root === undefined) throw new ViewError(path, 1, "holds no element");
  if (root.tag !== "svg") {
    throw new ViewError(
      path,
      root.line,
      `starts with <${root.tag}>, not <svg>`,
    );
  }
  return root;
}
