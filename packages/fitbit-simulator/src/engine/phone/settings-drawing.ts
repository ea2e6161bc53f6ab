import type { Json, SettingsNode } from "./settings-tree";

/** What a settings page gave is not what a page can be; the message says why. */
export class DrawingFault extends Error {}

/** Characters of JSON of a whole page. */
const MOST_CHARACTERS = 8_000_000;
/** Components of a page: more of them keep a browser busy for seconds. */
const MOST_NODES = 3000;
/** Entries of one list, such as the options of a Select. */
const MOST_ENTRIES = 1000;
/** How deep components, lists and objects may be in each other. */
const MOST_LEVELS = 64;

/** A page as it was drawn, checked. */
export interface Drawing {
  readonly nodes: readonly (SettingsNode | string)[];
  /** Components and list entries that are not shown because they are too many. */
  readonly leftOut: number;
}

/**
 * Reads what the settings page's own code gives for a page. That code runs among the package's own
 * and may say anything.
 * @throws DrawingFault when it is no page
 */
export function readDrawing(text: string): Drawing {
  const reader = new Reader();
  const json = parse(text);
  if (!Array.isArray(json)) throw new DrawingFault("it is no list of parts");
  const nodes = reader.children(json, 0);
  return { nodes, leftOut: reader.leftOut };
}

/**
 * Reads what a function of the page gave back.
 * @throws DrawingFault when it is no JSON, or too much
 */
export function readAnswer(text: string): Json {
  return new Reader().json(parse(text), 0);
}

function parse(text: string): Json {
  if (text.length > MOST_CHARACTERS) {
    throw new DrawingFault(
      `it has ${text.length} characters; allowed: ${MOST_CHARACTERS}`,
    );
  }
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw new DrawingFault("it cannot be read");
  }
}

class Reader {
  leftOut = 0;
  private count = 0;

  children(parts: readonly Json[], level: number): (SettingsNode | string)[] {
    const read: (SettingsNode | string)[] = [];
    for (const part of parts) {
      if (this.count >= MOST_NODES) this.leftOut += 1;
      else if (typeof part === "string") {
        this.count += 1;
        read.push(part);
      } else read.push(this.node(part, level + 1));
    }
    return read;
  }

  json(value: Json, level: number): Json {
    if (level > MOST_LEVELS) {
      throw new DrawingFault(`it is more than ${MOST_LEVELS} levels deep`);
    }
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return this.list(value, level);
    if ("component" in value && "children" in value) {
      // A node is plain data as well.
      return this.node(value as Json, level) as unknown as Json;
    }
    return this.fields(value as { readonly [name: string]: Json }, level);
  }

  private node(part: Json, level: number): SettingsNode {
    if (level > MOST_LEVELS) {
      throw new DrawingFault(`it is more than ${MOST_LEVELS} levels deep`);
    }
    if (!isObject(part)) throw new DrawingFault("a part is no component");
    const { component, props, children } = part;
    if (
      typeof component !== "string" ||
      !isObject(props) ||
      !Array.isArray(children)
    ) {
      throw new DrawingFault(
        "a component lacks its name, its props or its children",
      );
    }
    this.count += 1;
    return {
      component,
      props: this.fields(props, level),
      children: this.children(children as Json[], level),
    };
  }

  private list(value: readonly Json[], level: number): Json[] {
    this.leftOut += Math.max(0, value.length - MOST_ENTRIES);
    const shown: Json[] = [];
    for (const entry of value.slice(0, MOST_ENTRIES)) {
      if (this.count >= MOST_NODES && isNode(entry)) this.leftOut += 1;
      else shown.push(this.json(entry, level + 1));
    }
    return shown;
  }

  private fields(
    value: { readonly [name: string]: Json },
    level: number,
  ): { [name: string]: Json } {
    const read: [string, Json][] = [];
    for (const [name, field] of Object.entries(value)) {
      read.push([name, this.json(field, level + 1)]);
    }
    return Object.fromEntries(read);
  }
}

function isObject(value: unknown): value is { readonly [name: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isNode(value: Json): boolean {
  return isObject(value) && "component" in value && "children" in value;
}
