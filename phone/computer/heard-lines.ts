import { Console, checkOf } from "../../common/wire/console-lines";

/** Bytes of the longest file that is put together; the watch says none that is longer. */
const MOST_BYTES = 8192;
/** The parts that are kept at a time: far more than a full watch has, and not without end. */
const MOST_FILES = 1000;

const PART =
  /^rc1 ([a-z0-9-]{1,40}) (\d{1,4}) ([0-9a-f]{1,6}) (\d{1,4}) ((?:[0-9a-f]{2})*) ([0-9a-f]{1,6})$/;
const END = /^rc1 end ([a-z0-9-]{1,20}) (\d{1,4}) ([0-9a-f]{1,6})$/;

/** The lines of one content of a file. */
interface Parts {
  readonly name: string;
  readonly size: number;
  readonly seal: string;
  /** Hex digits of each part, by where it begins. */
  readonly at: Map<number, string>;
}

/** A file that was heard whole. */
export interface HeardFile {
  readonly name: string;
  readonly data: Uint8Array;
}

/** True where a line ends with the check of what is before it. */
function isChecked(line: string): boolean {
  const end = line.lastIndexOf(" ") + 1;
  return checkOf(line.slice(0, end)).toString(16) === line.slice(end);
}

function bytesOf(hex: string): Uint8Array {
  const bytes = new Uint8Array(hex.length / 2);
  for (let i = 0; i < bytes.length; i++) {
    bytes[i] = parseInt(hex.slice(2 * i, 2 * i + 2), 16);
  }
  return bytes;
}

/**
 * Puts the watch's files together from the lines of its console. Lines may be missing,
 * come twice, be cut, damaged or in any order, and a file may change between them: what
 * is given is whole and as the watch had it, or not given.
 */
export class HeardLines {
  private contents = new Map<string, Parts>();
  private whole = new Map<string, HeardFile>();
  private ends = new Map<string, number>();

  /** Takes in a line; what is none of the watch's files is passed over. */
  hear(line: string): void {
    const part = PART.exec(line);
    const end = END.exec(line);
    if (!(part || end) || !isChecked(line)) return;
    if (end) this.ends.set(end[1]!, Number(end[2]));
    if (part) {
      const [, name, size, seal, at, hex] = part;
      this.keep(name!, Number(size), seal!, Number(at), hex!);
    }
  }

  /** The files heard whole, each in the content that was whole last. */
  files(): HeardFile[] {
    return [...this.whole.values()];
  }

  /** True when all was heard that the watch said after it took this inbox. */
  isComplete(inbox: string): boolean {
    const files = this.ends.get(inbox);
    return files !== undefined && this.whole.size >= files;
  }

  /** True when the watch said that it took this inbox. */
  hasTaken(inbox: string): boolean {
    return this.ends.has(inbox);
  }

  private keep(
    name: string,
    size: number,
    seal: string,
    at: number,
    hex: string,
  ): void {
    const length = Math.min(Console.PartBytes, size - at);
    const fits = at % Console.PartBytes === 0 && hex.length === 2 * length;
    if (!fits || length < 1 || size > MOST_BYTES) return;
    const key = name + " " + size + " " + seal;
    let parts = this.contents.get(key);
    if (!parts) {
      if (this.contents.size >= MOST_FILES) return;
      parts = { name, size, seal, at: new Map() };
      this.contents.set(key, parts);
    }
    parts.at.set(at, hex);
    if (parts.at.size === Math.ceil(size / Console.PartBytes)) {
      this.putTogether(parts);
    }
  }

  private putTogether({ name, size, seal, at }: Parts): void {
    let hex = "";
    for (let byte = 0; byte < size; byte += Console.PartBytes) {
      hex += at.get(byte) ?? "";
    }
    // Two contents with one seal, of which parts came: none of them is trusted.
    if (checkOf(hex).toString(16) !== seal) return;
    this.whole.set(name, { name, data: bytesOf(hex) });
  }
}
