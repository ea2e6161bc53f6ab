import fc from "fast-check";
import { checkRoutine } from "../../app/storage/routine-check";
import { nextEntry, seedOf } from "../../app/session/journal";
import { readJournal } from "../../app/session/replay";
import { CompanionApp } from "../../companion/companion-app";
import { readCode, routineCode } from "../../phone/routine-code/code";
import { crc32, BitReader } from "../../phone/routine-code/bits";
import { toCsv, toJson } from "../../phone/history/export";
import { History } from "../../phone/history/history";
import { type KeyValueStore } from "../../phone/key-value-store";
import { readSettings } from "../../phone/settings/settings";
import { readSummary } from "../../phone/history/summary";
import { replaceRoutine, routineValues } from "../../phone/settings/writer";
import { readRoutine } from "../../common/read-routine";
import { type Result, faultText } from "../../common/result";
import {
  unpackAck,
  unpackMerged,
  unpackMessage,
  unpackWatch,
} from "../../common/wire/link";
import { packRecord, unpackRecord } from "../../common/wire/record";
import { packRoutine, unpackRoutine } from "../../common/wire/routine";
import { decodeTxi } from "../../packages/fitbit-simulator/src/draw/txi";
import { drawSvg } from "../../packages/fitbit-simulator/src/draw";
import { MessageTable } from "../../packages/fitbit-simulator/src/engine/package/languages";
import {
  readDeviceManifest,
  readPackageManifest,
  readPhoneManifest,
} from "../../packages/fitbit-simulator/src/engine/package/manifest";
import { PackageError, openPackage } from "fitbit-simulator";
import {
  ViewError,
  loadView,
} from "../../packages/fitbit-simulator/src/engine/view";
import { parseMarkup } from "../../packages/fitbit-simulator/src/engine/view/markup";
import {
  Stylesheets,
  parseInlineStyle,
} from "../../packages/fitbit-simulator/src/engine/view/stylesheet";
import { tilesOf } from "../../packages/fitbit-simulator/src/engine/view/tiles";
import {
  decodeCbor,
  encodeCbor,
  packValue,
} from "../../packages/fitbit-simulator/src/engine/vm/packed";
import { ArgumentError } from "fitbit-simulator/run";
import { parsePhoneOptions } from "../../tools/phone/options";
import { sessionOptions } from "../../tools/session/options";
import { GARBAGE, MemoryStorage, allKeys } from "../builders/phone";
import * as corpus from "./corpus";
import { bytesLike, textLike, valueLike } from "./mutate";

/** One place where something enters that others wrote. */
export interface Target {
  readonly name: string;
  readonly inputs: fc.Arbitrary<unknown>;
  /**
   * Takes one input in. True when it was accepted, false when it was refused as this place refuses;
   * whatever is thrown has gone past the edge.
   */
  feed(input: unknown): boolean;
}

function target<T>(
  name: string,
  make: () => fc.Arbitrary<T>,
  feed: (input: T) => boolean,
): Target {
  let inputs: fc.Arbitrary<T> | undefined;
  return {
    name,
    get inputs() {
      return (inputs ??= make());
    },
    feed: (input) => feed(input as T),
  };
}

/** True unless it throws an error of the kind that says why something is refused. */
function accepts(
  Refusal: new (...args: never[]) => Error,
  action: () => unknown,
): boolean {
  try {
    action();
    return true;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (!error.message || error.message.includes("\n")) {
      throw new Error(`not one line: ${error.message}`, { cause: error });
    }
    return false;
  }
}

/** True for a value; a refusal has to say why. */
function taken<T>(result: Result<T>): boolean {
  if (!result.ok && faultText(result.fault).length > 600) {
    throw new Error(`a long story: ${faultText(result.fault)}`);
  }
  return result.ok;
}

/** What came over a wire: bytes, or a value as another decoder might make it. */
type Wired = { bytes: Uint8Array } | { value: unknown };

function wired(values: unknown[]): fc.Arbitrary<Wired> {
  return fc.oneof(
    valueLike(values).map((value) => ({ value })),
    bytesLike(values.map(encodeCbor)).map((bytes) => ({ bytes })),
  );
}

/** The value on the wire; undefined when the bytes are no CBOR. */
function fromWire(input: Wired): unknown {
  if ("value" in input) return input.value;
  try {
    return decodeCbor(input.bytes);
  } catch {
    return undefined;
  }
}

/** Has to be accepted again in the form in which it would be sent. */
function again<T>(result: Result<T>, same: (value: T) => Result<T>): boolean {
  if (result.ok && !same(result.value).ok) throw new Error("not taken again");
  return taken(result);
}

const SETTINGS = allKeys(["Copenhagen plank"]);
const VALUES = [
  ...GARBAGE.filter((text) => text.length < 1000),
  "true",
  "false",
  "26",
  "60.0",
  '{"name":"30"}',
  '{"values":[{"name":"Full","value":"full"}],"selected":[2]}',
  '["plank","cobra#2","custom:Copenhagen plank"]',
  '[{"name":"Copenhagen plank"}]',
];

/** Some settings, each of a changed value. */
function anySettings(): fc.Arbitrary<Record<string, string>> {
  const value = textLike(VALUES, [...SETTINGS.slice(0, 20), '"', "[", "#2"]);
  return fc
    .array(fc.tuple(fc.nat(SETTINGS.length - 1), value), { maxLength: 12 })
    .map((pairs) =>
      Object.fromEntries(pairs.map(([at, text]) => [SETTINGS[at]!, text])),
    );
}

function storage(values: Record<string, string>): MemoryStorage {
  const storage = new MemoryStorage();
  for (const [key, value] of Object.entries(values)) {
    storage.map.set(key, value);
  }
  return storage;
}

const DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A code around any bytes, its checksum right: it gets past the first guard. */
function sealed(bytes: readonly number[]): string {
  const crc = crc32(bytes);
  const all = [...bytes, crc >>> 24, crc >>> 16, crc >>> 8, crc].map(
    (byte) => byte & 255,
  );
  const bits = new BitReader(all);
  let text = "RC1";
  for (let left = all.length * 8; left > 0; left -= 5) {
    text += DIGITS.charAt(bits.take(5));
  }
  return text;
}

function anyCode(): fc.Arbitrary<string> {
  const codes = corpus.routines().slice(0, 12).map(routineCode);
  const bytes = codes.map((code) =>
    Uint8Array.from(code, (digit) => DIGITS.indexOf(digit) * 8),
  );
  return fc.oneof(
    textLike(codes, ["RC1", "RC2", "rc1 ", "O", "l", "U", "\u200b"]),
    bytesLike(bytes).map((body) => sealed([...body.subarray(0, 2000)])),
  );
}

const JSON_WORDS = [
  '"items":',
  '"exercise":"custom"',
  "null",
  "1e999",
  "[",
  "{",
];

function anyRoutineFile(): fc.Arbitrary<unknown> {
  const files = corpus.routines();
  return fc.oneof(
    valueLike(files),
    textLike(
      files.slice(0, 8).map((routine) => JSON.stringify(routine)),
      JSON_WORDS,
    ).map(parsed),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function anyArguments(): fc.Arbitrary<string[]> {
  const words = [
    "--seed",
    "1",
    "--jitter=5",
    "--display",
    "auto",
    "--do",
    "1:tap:start",
    "3:clock:+60",
    "9:set:hold=2",
    "--speed",
    "max",
    "--until",
    "90",
    "--format",
    "text",
    "--state",
    "dir",
    "--export",
    "csv",
    "--import",
    "RC1",
    "--routine-code",
    "--",
    "--help",
    "-x",
  ];
  return fc.array(textLike(words, words), { maxLength: 8 });
}

/** What the phone has kept, as text that anything may have spoilt. */
function anyKept(): fc.Arbitrary<Record<string, string>> {
  const kept = storage({});
  const history = History.open(kept)!;
  for (const packed of corpus.packedRecords().slice(0, 2)) {
    const record = unpackRecord(packed);
    if (record.ok) history.add({ kind: "session", record: record.value });
  }
  kept.setItem(
    "routine",
    '{"revision":3,"content":"[1]","sent":true,"sentAt":5}',
  );
  kept.setItem(
    "link",
    '{"watch":{"revision":2,"waiting":1,"at":9},"since":1,"seen":2}',
  );
  kept.setItem(
    "refused",
    '{"count":2,"aside":[{"name":"x","why":"y","bytes":"00"}]}',
  );
  const entries = [...kept.map.entries()];
  const texts = entries.map(([, value]) => value);
  const words = ['"', "\n", "null", '"counts":"', "[]", "1e308", "__proto__"];
  return fc
    .array(fc.tuple(fc.nat(entries.length - 1), textLike(texts, words)), {
      maxLength: 3,
    })
    .map((changes) => {
      const values: Record<string, string> = Object.fromEntries(entries);
      for (const [at, text] of changes) values[entries[at]![0]] = text;
      return values;
    });
}

/** Calls back at once: what a promise would swallow or leave is seen here. */
const atOnce = {
  then(done: (value: boolean) => void) {
    done(false);
    return atOnce;
  },
  catch: () => atOnce,
} as unknown as Promise<boolean>;

function companion(
  local: KeyValueStore,
  settings: KeyValueStore,
): CompanionApp {
  return new CompanionApp({
    local,
    settings,
    send: () => atOnce,
    pending: () => atOnce,
    sendMessage: () => true,
    decode: (bytes) => decodeCbor(new Uint8Array(bytes)),
    debounce: (_ms, action) => action(),
    now: () => 1_790_000_000_000,
    offset: () => 60,
  });
}

interface Mail {
  kept: Record<string, string>;
  settings: Record<string, string>;
  name: string;
  bytes: Uint8Array;
}

function anyMail(): fc.Arbitrary<Mail> {
  const names = ["s-tlq3xk-0abc", "m-tlq3xk-0abc", "watch", "routine", "x"];
  const bodies = [...corpus.packedRecords(), ...corpus.packedMessages()];
  return fc.record({
    kept: anyKept(),
    settings: anySettings(),
    name: textLike(names, names),
    bytes: bytesLike(bodies.map(encodeCbor)),
  });
}

/** The companion logs what it catches; what it says is not of interest here. */
function quietly(action: () => void): void {
  const { error } = console;
  let said = "";
  console.error = (line) => (said += String(line));
  try {
    action();
  } finally {
    console.error = error;
  }
  if (/TypeError|RangeError|ReferenceError|SyntaxError/.test(said)) {
    throw new Error(said);
  }
}

const MARKUP_WORDS = [
  "<!DOCTYPE svg [<!ENTITY a 'b'>]>",
  "&a;",
  "&#0;",
  "<svg>",
  "</svg>",
  "<g>",
  '<use href="#',
  '<symbol id="',
  '<set href="',
  "<![CDATA[",
  "<!--",
  "<?xml?>",
  "100%-",
  "$",
  'xmlns:x="',
  '[100]"',
  '<link rel="stylesheet" href="',
  'href="/mnt/sysassets/widgets/tile_list_widget.defs"',
  'style="x: 1"',
  'length="',
  "1e308",
  "<script>",
];
const STYLE_WORDS = [
  "#a",
  ".b",
  ">",
  " ",
  "{",
  "}",
  "fill: red;",
  "@import ",
  "/*",
  "*/",
  ":not(",
  "url(",
  "!important",
  "\\",
  "'",
  "*",
];

/** A small package of views: a sheet and definitions besides the view itself. */
interface Views {
  view: string;
  definitions: string;
  sheet: string;
}

const VIEW = `<svg><defs><link rel="stylesheet" href="a.css"/><link rel="import" href="a.defs"/>
<link rel="import" href="/mnt/sysassets/widgets/tile_list_widget.defs"/></defs>
<g id="g" transform="translate(10,50%)"><use href="#s" id="u" x="50%-4" class="b"><set href="t" attributeName="text" to="x"/></use>
<text id="k" x="$+2" y="$ + 4" font-size="20">one</text><rect width="100%" height="$-2" style="fill: red"/></g>
<use href="#tile-list" id="l"><use href="#s" class="tile-list-item" id="i[9]"/></use>
<gradientRect width="3" gradient-x1="50%"/><arc start-angle="3" sweep-angle="90" arc-width="4"/><textarea width="50%">long text here</textarea></svg>`;
const DEFINITIONS = `<svg><defs><symbol id="s" href="#r"><text id="t" x="5"/></symbol><symbol id="r"><rect id="q" width="50%"/></symbol></defs></svg>`;
const SHEET = `text, #k { fill: fb-aqua; font-size: 30; } svg g > .b rect { x: $; } .b * { letter-spacing: 2; }`;

function anyViews(): fc.Arbitrary<Views> {
  const words = [
    ...MARKUP_WORDS,
    "<g/>",
    '<use href="#s"/>',
    '<text id="t" x="$-4" y="50%">a</text>',
    'height="$+2" ',
    'arrange="wheel" ',
    '<set href="t" attributeName="class" to="b"/>',
    "&lt;",
    "  ",
    "#r",
  ];
  return fc.record({
    view: textLike([VIEW], words, 2),
    definitions: textLike([DEFINITIONS], words, 1),
    sheet: textLike([SHEET], STYLE_WORDS, 3),
  });
}

function show({ view, definitions, sheet }: Views): void {
  const files = new Map([
    ["v", view],
    ["a.defs", definitions],
    ["a.css", sheet],
  ]);
  const tree = loadView({
    path: "v",
    read: (path) => files.get(path),
    screen: { width: 336, height: 336 },
  });
  for (const id of ["u", "k", "t", "q", "i"]) {
    const node = tree.byId(id);
    if (node === null) continue;
    const { x, y } = tree.box(node);
    if (Number.isNaN(x + y)) throw new Error(`${id} is nowhere`);
    tilesOf(tree, node)?.moveBy(50);
    node.set("class", "b");
  }
  const svg = drawSvg(tree, { image: () => undefined });
  if (/<script|NaN|&a;|javascript:/i.test(svg)) throw new Error(svg);
}

const ID = "tlq3xk-0abc";

function journals(): Uint8Array[] {
  const journal = { written: 0, seed: seedOf(ID) };
  const bytes: number[] = [];
  for (let i = 0; i < 20; i++) {
    const kind = (["start", "pause", "resume", "mark"] as const)[i % 4]!;
    bytes.push(...new Uint8Array(nextEntry(journal, kind, i * 1000)));
  }
  return [Uint8Array.from(bytes)];
}

/** Every place where something enters, in the order in which the table lists them. */
export const TARGETS: readonly Target[] = [
  target(
    "CBOR",
    () =>
      bytesLike(
        [...corpus.packedRecords(), { a: [1.5, -1, null, "é"], b: {} }].map(
          encodeCbor,
        ),
      ),
    (bytes) => {
      try {
        packValue(decodeCbor(bytes));
        return true;
      } catch {
        return false;
      }
    },
  ),
  target(
    "routine",
    () => wired(corpus.packedRoutines()),
    (input) =>
      again(unpackRoutine(fromWire(input)), (routine) =>
        unpackRoutine(packRoutine(routine)),
      ),
  ),
  target(
    "session record",
    () => wired(corpus.packedRecords()),
    (input) =>
      again(unpackRecord(fromWire(input)), (record) =>
        unpackRecord(packRecord(record)),
      ),
  ),
  target(
    "link messages",
    () => wired(corpus.packedMessages()),
    (input) => {
      const value = fromWire(input);
      return [
        taken(unpackAck(value)),
        taken(unpackMerged(value)),
        taken(unpackWatch(value)),
        taken(unpackMessage(value)),
      ].some((one) => one);
    },
  ),
  target(
    "watch: routine check",
    () => wired(corpus.packedRoutines()),
    (input) => {
      const value = fromWire(input);
      const accepted = checkRoutine(value) !== undefined;
      // What the phone refuses, the watch has to refuse too.
      if (accepted && !unpackRoutine(value).ok) throw new Error("too lenient");
      return accepted;
    },
  ),
  target(
    "watch: journal",
    () => bytesLike(journals()),
    (bytes) => readJournal(ID, Uint8Array.from(bytes).buffer).length > 0,
  ),
  target("settings", anySettings, (values) => {
    const settings = storage(values);
    const { routine, empty, notes } = readSettings((key) =>
      settings.getItem(key),
    );
    if (!empty && !unpackRoutine(packRoutine(routine)).ok) {
      throw new Error("settings made a routine that no watch takes");
    }
    return notes.length === 0;
  }),
  target("routine code", anyCode, (text) => {
    const read = readCode(text);
    if (read.ok) {
      replaceRoutine(storage({}), routineValues(read.value));
      if (!readCode(routineCode(read.value)).ok) throw new Error("no way back");
    }
    return taken(read);
  }),
  target("routine file", anyRoutineFile, (value) => taken(readRoutine(value))),
  target("arguments", anyArguments, (args) => {
    const session = accepts(ArgumentError, () => sessionOptions(args));
    return accepts(ArgumentError, () => parsePhoneOptions(args)) || session;
  }),
  target("phone's storage", anyKept, (values) => {
    const history = History.open(storage(values));
    if (!history) return false;
    const entries = history.entries();
    toCsv(entries);
    toJson(entries);
    readSummary(values["totals"]);
    return entries.length > 0;
  }),
  target("companion", anyMail, ({ kept, settings, name, bytes }) => {
    const local = storage(kept);
    quietly(() => {
      const phone = companion(local, storage(settings));
      phone.start(false);
      phone.receive({ name, bytes: Uint8Array.from(bytes).buffer });
      phone.inboxEmpty();
    });
    return local.getItem("refused") === kept["refused"];
  }),
  target(
    "view markup",
    () => textLike(resourcesOf(".view", ".defs"), MARKUP_WORDS),
    (source) => accepts(ViewError, () => parseMarkup("v", source)),
  ),
  target(
    "styles",
    () => textLike([SHEET, ...resourcesOf(".css").map(brief)], STYLE_WORDS),
    (source) => {
      const sheets = new Stylesheets();
      sheets.add("a.css", source);
      parseInlineStyle(source);
      const node = { id: "a", classNames: ["b"], parent: null };
      const parent = { ...node, tag: "g" };
      sheets.match({ ...node, tag: "text", parent });
      return sheets.notes.length === 0;
    },
  ),
  target("views", anyViews, (views) => accepts(ViewError, () => show(views))),
  target(
    "images (TXI)",
    () => bytesLike(corpus.images()),
    (bytes) => decodeTxi(bytes) !== undefined,
  ),
  target(
    "compiled strings",
    () => bytesLike(corpus.stringTables()),
    (bytes) => new MessageTable(bytes).get("Start") !== undefined,
  ),
  target(
    "manifests",
    () => textLike(corpus.manifests(), [...JSON_WORDS, '"heapSize":', '"w":']),
    (text) =>
      [readPackageManifest, readDeviceManifest, readPhoneManifest]
        .map((read) => accepts(PackageError, () => read(text, "x")))
        .some((one) => one),
  ),
  target(
    "package (zip)",
    () => bytesLike(corpus.packages()),
    (bytes) => accepts(PackageError, () => openPackage(bytes)),
  ),
];

function resourcesOf(...endings: string[]): string[] {
  return corpus.resources(...endings).filter((text) => text.length < 4000);
}

/** The beginning of a sheet: a whole one costs more and finds no more. */
function brief(sheet: string): string {
  return sheet.slice(0, sheet.indexOf("}", 300) + 1);
}
