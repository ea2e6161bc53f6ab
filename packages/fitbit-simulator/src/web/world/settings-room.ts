import type { Json } from "../../engine";

/** Components, texts, options and items of one settings page: more keep a browser busy for seconds. */
const MOST_PARTS = 3000;
/** Characters of all texts that are shown. */
const MOST_CHARACTERS = 300_000;
/** Characters of one text. */
const LONGEST = 10_000;
/** Characters that all widgets together have stored, pictures among them. */
const MOST_STORED = 2_000_000;

/** Props that are not shown as a text: addresses, pictures, and what is stored for an option. */
const NO_TEXT: ReadonlySet<string> = new Set(["source", "icon", "value"]);

/**
 * What there is room for on one drawing of a settings page. A package may ask for a million
 * options; what finds no room is left out and counted.
 */
export class SettingsRoom {
  private parts = MOST_PARTS;
  private characters = MOST_CHARACTERS;
  private stored = MOST_STORED;
  private without = 0;

  /** How many parts found no room so far. */
  get leftOut(): number {
    return this.without;
  }

  /** Nothing more finds room. */
  get full(): boolean {
    return this.parts === 0;
  }

  /** Takes room for a part; false where there is none. */
  part(): boolean {
    return this.first(1) === 1;
  }

  /** Takes room for the first of so many parts; gives for how many there was. */
  first(count: number): number {
    const taken = Math.min(this.parts, count);
    this.parts -= taken;
    this.without += count - taken;
    return taken;
  }

  /** Takes room for what a widget has stored; false where there is none. */
  keeps(stored: string | undefined): boolean {
    const length = stored?.length ?? 0;
    const fits = length <= this.stored;
    if (fits) this.stored -= length;
    else this.without += 1;
    return fits;
  }

  /** A text, cut off where it is too long. */
  text(text: string): string {
    const most = Math.min(LONGEST, this.characters);
    this.characters -= Math.min(most, text.length);
    return text.length > most ? `${text.slice(0, most)}…` : text;
  }

  /** A prop or a part of one. */
  value(name: string, value: Json): Json {
    if (typeof value === "string") {
      return NO_TEXT.has(name) ? value : this.text(value);
    }
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) {
      const list = value as readonly Json[];
      return list.slice(0, this.first(list.length)).map((one) => {
        return this.value("", one);
      });
    }
    return Object.fromEntries(
      Object.entries(value).map(([key, field]: [string, Json]) => [
        key,
        this.value(key, field),
      ]),
    );
  }
}
