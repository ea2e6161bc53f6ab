import { Range } from "../../common/limits";
import { printed } from "../../common/result";
import { fieldsOf, fromJson } from "../json";

/**
 * Why a value that is fine by itself does not go with the others: a rep or a
 * set is too short for its cues, or there are more exercises than fit.
 */
export type Clash = "rep" | "set" | "items";

/** A stored value that could not be used. */
export interface Unusable {
  key: string;
  /** The value, shortened and safe to print. */
  value: string;
  /** What is used in its place, as text; empty where it is left out. */
  used: string;
  /** Undefined when the value is wrong by itself. */
  why?: Clash;
}

/** Looks a settings key up; null or undefined when it was never set. */
export type Lookup = (key: string) => string | null | undefined;

/** The text of a value, whether stored plain or as `{"name":"text"}`. */
function textOf(raw: string): string | undefined {
  const value = fromJson(raw);
  if (typeof value === "string") return value;
  if (typeof value !== "object" || value === null) return raw;
  const name = fieldsOf(value).name;
  return typeof name === "string" ? name : undefined;
}

/**
 * True for a number that nobody chose, as an earlier version wrote it so that a
 * slider stood at it: with one zero too many behind the point, such as "60.0".
 */
export function isDefaultText(raw: string): boolean {
  return /^\d+\.\d*0$/.test(raw);
}

function numberIn(raw: string, range: Range): number | undefined {
  const text = (textOf(raw) || "").trim();
  if (!/^-?\d{1,9}(\.\d{1,3})?$/.test(text)) return undefined;
  const value = Number(text);
  const [min, max, step] = range;
  const fits = value >= min && value <= max && (value / step) % 1 === 0;
  return fits ? value : undefined;
}

/** A Select keeps `{"values":[{name, value}],"selected":[index]}`. */
function optionIn<T extends string>(
  raw: string,
  options: ReadonlyArray<T>,
): T | undefined {
  const { values, selected } = fieldsOf(fromJson(raw));
  const value = Array.isArray(values) ? fieldsOf(values[0]).value : textOf(raw);
  const index = Array.isArray(selected) ? Number(selected[0]) : -1;
  const at = options.indexOf(value as T);
  return options[at < 0 && value === undefined ? index : at];
}

/**
 * Reads settings, all of which are strings that anything may have written.
 * For what is missing, blank or wrong the default is used; what is wrong is
 * listed as unusable. Nothing throws.
 */
export class Reader {
  readonly unusable: Unusable[] = [];

  constructor(private lookup: Lookup) {}

  private read<T>(
    key: string,
    fallback: T,
    parse: (raw: string) => T | undefined,
    used = String(fallback),
  ): T {
    const raw: unknown = this.lookup(key);
    if (raw === null || raw === undefined) return fallback;
    if (typeof raw === "string") {
      const text = textOf(raw);
      if (text !== undefined && text.trim() === "") return fallback;
      const value = parse(raw);
      if (value !== undefined) return value;
    }
    this.refuse(key, raw, used);
    return fallback;
  }

  /** Notes that a value could not be used, and what is used in its place. */
  refuse(key: string, value: unknown, used: string, why?: Clash): void {
    const wrong: Unusable = { key, value: printed(value), used };
    this.unusable.push(why ? { ...wrong, why } : wrong);
  }

  toggle(key: string, fallback: boolean): boolean {
    return this.read(key, fallback, (raw) =>
      raw === "true" ? true : raw === "false" ? false : undefined,
    );
  }

  number(key: string, range: Range, fallback: number): number {
    const raw = this.lookup(key);
    if (typeof raw === "string" && isDefaultText(raw)) return fallback;
    return this.read(key, fallback, (raw) => numberIn(raw, range));
  }

  /** Whether the runner has chosen a good number: not one that only shows the default. */
  chosen(key: string, range: Range): boolean {
    const raw: unknown = this.lookup(key);
    return (
      typeof raw === "string" &&
      !isDefaultText(raw) &&
      numberIn(raw, range) !== undefined
    );
  }

  /** A text that `accepts` finds good, spaces around it cut off. */
  text(
    key: string,
    fallback: string,
    accepts: (text: string) => boolean,
  ): string {
    return this.read(key, fallback, (raw) => {
      const text = (textOf(raw) || "").trim();
      return accepts(text) ? text : undefined;
    });
  }

  /** One of the options, as a Select keeps it or as plain text. */
  option<T extends string>(
    key: string,
    options: ReadonlyArray<T>,
    fallback: T,
  ): T {
    return this.read(key, fallback, (raw) => optionIn(raw, options));
  }

  /** A JSON list; its entries are the caller's to check. */
  list(key: string): unknown[] {
    const parse = (raw: string): unknown[] | undefined => {
      const value = fromJson(raw);
      return Array.isArray(value) ? (value as unknown[]) : undefined;
    };
    return this.read<unknown[]>(key, [], parse, "");
  }
}
