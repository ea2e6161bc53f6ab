import { originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";
import type { ProgramName } from "../events";
import type { FitbitPackage } from "./open";

/** A place in a file of a package, as QuickJS writes it into stack traces. */
const PLACE = /\(((?:[\w.-]+\/)*[\w.-]+\.js):(\d+):(\d+)\)/g;
/** The beginning of what a file of a package is wrapped in before it runs; it moves the first line. */
export const FILE_HEAD = "(function (require, module, exports) {";

/** A larger source map is not read, in characters: no real one comes near. */
const MOST_CHARACTERS = 16 * 1024 * 1024;

/** Finds where in the developer's own source something is, by the source maps of a package. */
export class Places {
  private readonly opened = new Map<string, TraceMap | undefined>();

  /** @param target whose part of the package the watch runs */
  constructor(
    private readonly pkg: FitbitPackage,
    private readonly target: string,
  ) {}

  /**
   * The innermost place of a stack trace that is in the package, such as `app/index.ts:12:7`; in
   * the built file where no source map knows more; undefined when there is none.
   */
  innermost(from: ProgramName, stack: string): string | undefined {
    for (const [, file, line, column] of stack.matchAll(PLACE)) {
      return this.place(from, file ?? "", Number(line), Number(column));
    }
    return undefined;
  }

  /** A text with places of the source instead of those in the package. */
  mapped(from: ProgramName, text: string): string {
    return text.replace(
      PLACE,
      (_, file: string, line: string, column: string) =>
        `(${this.place(from, file, Number(line), Number(column))})`,
    );
  }

  private place(
    from: ProgramName,
    file: string,
    line: number,
    columnInWrapped: number,
  ): string {
    const before = line === 1 ? FILE_HEAD.length : 0;
    const column = Math.max(1, columnInWrapped - before);
    const built = `${file}:${line}:${column}`;
    const map = this.map(from, file);
    if (map === undefined) return built;
    try {
      const at = originalPositionFor(map, { line, column: column - 1 });
      if (at.source === null) return built;
      return `${at.source}:${at.line}:${at.column + 1}`;
    } catch {
      // A source map with nonsense in it.
      return built;
    }
  }

  private map(from: ProgramName, file: string): TraceMap | undefined {
    const key = `${from} ${file}`;
    if (!this.opened.has(key)) this.opened.set(key, this.open(from, file));
    return this.opened.get(key);
  }

  /** A source map; undefined where the package has none, or one that cannot be read. */
  private open(from: ProgramName, file: string): TraceMap | undefined {
    const text = this.pkg.sourceMap(from, this.target, file);
    if (text === undefined || text.length > MOST_CHARACTERS) return undefined;
    try {
      return new TraceMap(text);
    } catch {
      return undefined;
    }
  }
}
