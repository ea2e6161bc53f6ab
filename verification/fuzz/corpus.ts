import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { strToU8, unzipSync, zipSync } from "fflate";
import { type Routine } from "../../common/routine";
import { packedReport, packedReport1 } from "../builders/reports";
import { packCoach, packLoneCheck } from "../../common/wire/coach";
import { packMerged } from "../../common/wire/link";
import { packRecord } from "../../common/wire/record";
import { packRoutine } from "../../common/wire/routine";
import { ROOT } from "../../tools/build/fresh-build";
import { aRecord, anyRecord } from "../builders/records";
import { FULL, SMALL, aRoutine, anyRoutine } from "../builders/routines";
import { inlinePackageBytes } from "fitbit-simulator/testing";

/** So many samples, always the same. */
function some<T>(arbitrary: fc.Arbitrary<T>, count: number): T[] {
  return fc.sample(arbitrary, { numRuns: count, seed: 1 });
}

/** Valid routines, from the default one to the largest there can be. */
export function routines(): Routine[] {
  return [
    aRoutine(),
    ...some(anyRoutine(SMALL), 20),
    ...some(anyRoutine(FULL), 2),
  ];
}

export function packedRoutines(): unknown[] {
  return routines().map(packRoutine);
}

export function packedRecords(): unknown[] {
  return [aRecord(), ...some(anyRecord, 15)].map(packRecord);
}

/** The coach's file without plans and with both. */
export function packedCoaches(): unknown[] {
  const plan = { ...aRoutine(), items: aRoutine().items.slice(0, 3) };
  const plain = {
    ...{ serial: 7, ask: 2 as const, usual: undefined, lighter: true },
    ...{ classes: [0, 1, 31], easy: undefined, light: undefined, first: true },
    ...{ raised: false, revision: 4, see: 0 },
  };
  const full = { ...plain, usual: 3, easy: plan, light: plan, first: false };
  return [plain, full].map(packCoach);
}

export function packedChecks(): unknown[] {
  const check = { id: "tlq3xk-0abc", at: 1790000000, offset: 60 };
  return [
    packLoneCheck({ ...check, back: 8, leg: 2, decision: 0 }),
    packLoneCheck({ ...check, back: undefined, leg: undefined, decision: 3 }),
  ];
}

/** What else goes over the link: acknowledgements, messages, summaries, the watch's state. */
export function packedMessages(): unknown[] {
  return [
    [1, "tlq3xk-0abc"],
    [1, "feel"],
    packedReport1(3, 2, 1790000000),
    packedReport({ waiting: 2, count: 3 }),
    packMerged({
      id: "tlq3xk-0abc",
      firstStart: 1780000000,
      lastStart: 1790000000,
      sessions: 12,
      activeSeconds: 13_836,
      sets: 132,
      reps: 1080,
      holdSeconds: 9000.5,
    }),
  ];
}

/** The views, definitions and styles of the app and of the fixtures, by how their name ends. */
export function resources(...endings: string[]): string[] {
  const folders = [
    "resources",
    "packages/fitbit-simulator/test/fixtures/tiles/resources",
  ];
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder))
      .filter((name) => endings.some((ending) => name.endsWith(ending)))
      .map((name) => readFileSync(join(ROOT, folder, name), "utf8")),
  );
}

function zipped(files: Record<string, Uint8Array>, level: 0 | 6): Uint8Array {
  const inner = Object.entries(files).map(([name, bytes]) => [
    name,
    name.endsWith(".zip") ? zipped(unzipSync(bytes), level) : bytes,
  ]);
  return zipSync(Object.fromEntries(inner) as typeof files, { level });
}

/** Packages with and without compression: changes to stored ones reach the manifests. */
export function packages(): Uint8Array[] {
  const full = unzipSync(
    inlinePackageBytes({
      app: "console.log('x')",
      companion: "1",
      settings: "2",
      files: { "l/en-us": "x", "resources/a.txi": "y" },
    }),
  );
  const plain = unzipSync(inlinePackageBytes({}));
  return [
    zipped(full, 0),
    zipped(plain, 6),
    zipped({ ...full, "manifest.json": strToU8("{}") }, 0),
  ];
}

/** The manifests of a package: its own, the watch's, the phone's. */
export function manifests(): string[] {
  const outer = unzipSync(inlinePackageBytes({ permissions: ["access_x"] }));
  const text = (zip: Record<string, Uint8Array>): string =>
    new TextDecoder().decode(zip["manifest.json"]);
  const bundles = ["device-atlas.zip", "companion.zip"].map((name) =>
    text(unzipSync(outer[name]!)),
  );
  return [text(outer), ...bundles];
}

/** Small images in each of the watch's formats, packed and not. */
export function images(): Uint8Array[] {
  const formats = [
    0x00080008, 0x01100565, 0x01208888, 0x02208888, 0x02104444, 0x02186666,
  ];
  const rle = 0x10000000;
  return formats.flatMap((format) =>
    [format, (format | rle) >>> 0].map((number) => {
      const bytes = new Uint8Array(40 + 64);
      const header = new DataView(bytes.buffer);
      header.setUint32(0, 0x0a697874, true);
      header.setUint32(16, number, true);
      header.setUint32(24, 3, true);
      header.setUint32(28, 4, true);
      bytes.fill(0x83, 40);
      return bytes;
    }),
  );
}

/** What tables call the message "Start". */
const KEY_OF_START = 467527464;

/** A compiled table of strings with two messages. */
export function stringTables(): Uint8Array[] {
  const texts = strToU8("Start\0Stop\0");
  const table = new Uint8Array(4 + 16 + 2 + texts.length);
  const view = new DataView(table.buffer);
  view.setUint16(0, 2, true);
  view.setUint16(2, texts.length, true);
  const entries = [
    [KEY_OF_START, 0],
    [1, 6],
  ] as const;
  entries.forEach(([key, offset], i) => {
    view.setUint32(4 + 8 * i, key, true);
    view.setUint16(8 + 8 * i, offset, true);
    view.setUint16(10 + 8 * i, 6, true);
  });
  table.set(texts, 22);
  return [table];
}
