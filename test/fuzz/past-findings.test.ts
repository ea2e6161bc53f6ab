import { checkRoutine } from "../../app/storage/routine-check";
import { readCode } from "../../phone/routine-code/code";
import { BriefSession } from "../../phone/history/entry";
import { History } from "../../phone/history/history";
import { packEntry } from "../../phone/history/packed-entry";
import { readRoutineState } from "../../phone/link-state";
import { faultText } from "../../common/result";
import { flatRoutine } from "../../common/wire/stored-routine";
import { packRoutine } from "../../common/wire/routine";
import { decodeTxi } from "../../packages/fitbit-simulator/src/draw/txi";
import { MessageTable } from "../../packages/fitbit-simulator/src/engine/package/languages";
import { resolveLength } from "../../packages/fitbit-simulator/src/engine/view/length";
import {
  Stylesheets,
  parseInlineStyle,
} from "../../packages/fitbit-simulator/src/engine/view/stylesheet";
import { parsePhoneOptions } from "../../tools/phone/options";
import { sessionOptions } from "../../tools/session/options";
import { aRoutine } from "../../verification/builders/routines";
import { MemoryStorage } from "../../verification/builders/storage";
import { disposeWorlds, run } from "fitbit-simulator/testing";
import { images } from "../../verification/fuzz/corpus";

// What was found by `npm run fuzz`, or while it was written. Inputs that once took seconds or never
// ended are not timed here: Jest ends a test that takes too long.

afterAll(disposeWorlds);

/** No entry has a shorter line. */
const SHORTEST_BRIEF: BriefSession = {
  id: "0-0000",
  start: 0,
  offset: 0,
  outcome: "completed",
  activeSeconds: 0,
  sets: 0,
  reps: 0,
  holdSeconds: 0,
};

describe("CBOR from the other side", () => {
  const decodes = async (...bytes: number[]): Promise<string[]> => {
    const { logs } = await run({
      app: `var cbor = require("cbor"), bytes = new Uint8Array(${JSON.stringify(bytes)});
        try { console.log(JSON.stringify(cbor.decode(bytes.buffer))); } catch (e) { console.log(e.message); }`,
    });
    return logs();
  };

  test("is read when it is plain", async () => {
    expect(await decodes(0x83, 1, 0x61, 0x61, 0xf9, 0x3c, 0)).toEqual([
      '[1,"a",1]',
    ]);
    expect(await decodes(0xc1)).toEqual(["not valid CBOR"]);
    // A byte string may hold what would be a tag outside of it.
    expect(await decodes(0x42, 0xd8, 0x1c)).toHaveLength(1);
  });

  test("cannot refer to its own values again and again", async () => {
    const bytes = [0x98, 24];
    for (let i = 0; i < 24; i++) {
      const again = [0xd8, 0x1d, Math.max(0, i - 1)];
      bytes.push(0xd8, 0x1c, 0x82, ...(i ? [...again, ...again] : [1, 1]));
    }
    expect(await decodes(...bytes)).toEqual(["not valid CBOR"]);
  });

  test("of a length near 2 ** 32 is refused, not waited for", async () => {
    const hex =
      "90016c317269357977762d3030301a301a29b91edc70f2bc8188f29605031a002dc6ae87030002070013932b1901f01a002a94c8850501071901ef12850e00081901a31a0003a98ff2a2808df188a4b15afffffff13901ce181800012020190ebd010900868774f3b3979cf3849698f091bba3f296bbaaf2a6b7a6000007";
    expect(await decodes(...Buffer.from(hex, "hex"))).toEqual([
      "not valid CBOR",
    ]);
  });

  test("makes no patterns and no records", async () => {
    const text = (word: string) => [0x60 + word.length, ...Buffer.from(word)];
    const pattern = [0xd8, 27, 0x82, ...text("RegExp"), ...text("a")];
    expect(await decodes(...pattern)).toEqual(["not valid CBOR"]);
    const record = [0xd9, 0xdf, 0xff, 0x83, 0x19, 0xe0, 0, 0x81, 0x61, 0x61, 1];
    expect(await decodes(...record)).toEqual(["not valid CBOR"]);
  });
});

test("the watch refuses a routine that holds an object which has no value", () => {
  const packed: unknown[] = [...packRoutine(aRoutine())];
  for (const place of [0, 3, 6]) {
    const valueless = { valueOf: 1, toString: 1 };
    const changed = packed.map((old, i) => (i === place ? valueless : old));
    expect(checkRoutine(changed)).toBeUndefined();
  }
  expect(checkRoutine(packed)).toEqual(flatRoutine(packed));
});

test("a month of nothing but scraps of lines is not parsed scrap by scrap", () => {
  const kept = new MemoryStorage();
  const entry = { kind: "brief", brief: SHORTEST_BRIEF } as const;
  kept.setItem("h-1970-01", "\nt".repeat(16_000) + "\n" + packEntry(entry));
  const parse = jest.spyOn(JSON, "parse");
  try {
    expect(History.open(kept)!.entries()).toEqual([entry]);
    expect(parse.mock.calls.length).toBeLessThan(10);
  } finally {
    parse.mockRestore();
  }
});

test("an image of no width, or of more pixels than screens have, is none", () => {
  const bytes = images()[0]!;
  const header = new DataView(bytes.buffer);
  const ofSize = (width: number, height: number): boolean => {
    header.setUint32(24, width, true);
    header.setUint32(28, height, true);
    return decodeTxi(bytes) !== undefined;
  };
  expect(ofSize(0, 0xffffffff)).toBe(false);
  expect(ofSize(0xffffffff, 0)).toBe(false);
  expect(ofSize(1025, 1024)).toBe(false);
  expect(ofSize(1024, 1024)).toBe(true);
});

test("blanks in a length cost no more than their number", () => {
  expect(resolveLength(`1${" ".repeat(100_000)}x`, 100, 0, 7)).toBe(7);
  expect(resolveLength("50% + 20", 100, 0)).toBe(70);
});

test("strings that all reach to the end of a large table are not copied", () => {
  const table = new Uint8Array(4_000_000).fill(65);
  const view = new DataView(table.buffer);
  view.setUint16(0, 0xffff, true);
  for (let i = 0; i < 0xffff; i++) view.setUint32(4 + 8 * i, i, true);
  expect(new MessageTable(table).get("Start")).toBeUndefined();
});

test("a command refuses a heap of short options by its beginning", () => {
  const heap = "-x".repeat(50_000);
  for (const read of [sessionOptions, parsePhoneOptions]) {
    expect(() => read([heap])).toThrow(
      'Unknown option "-x-x-x-x-x-x-x-x-x-x"; options begin with --',
    );
  }
});

test("a command says in one short line what was wrong with an argument", () => {
  const why = (...args: string[]): string => {
    try {
      sessionOptions(args);
    } catch (error) {
      return (error as Error).message;
    }
    return "";
  };
  expect(why("--seed", "\n1x")).toBe(
    '--seed is "\\n1x"; allowed: a whole number from 0 to 4294967295',
  );
  expect(why("--do", "x".repeat(10_000)).length).toBeLessThan(200);
});

test("a routine code of megabytes is refused by its length", () => {
  const read = readCode("RC1" + "0".repeat(5_000_000));
  expect(read.ok ? "" : faultText(read.fault)).toBe(
    'code is "5000003 characters"; allowed: at most 20000',
  );
});

test("a phone whose routine is spoilt counts on from its revision", () => {
  const local = new MemoryStorage();
  local.setItem("routine", '{"revision":7,"content":"[1,","sent":true}');
  expect(readRoutineState(local)).toMatchObject({
    revision: 7,
    content: "",
    sent: false,
  });
});

describe("a stylesheet", () => {
  const notes = (source: string): string[] => {
    const sheets = new Stylesheets();
    sheets.add("a.css", source);
    return sheets.notes;
  };

  test("with more than 100 mistakes is left out", () => {
    expect(notes("{ a: b }".repeat(10_000)).pop()).toBe(
      "a.css: left out, more than 100 mistakes",
    );
  });

  test("of more than 100,000 characters is left out", () => {
    expect(notes("a{}".repeat(40_000))).toEqual([
      "a.css: left out, larger than 100000 characters",
    ]);
  });

  test("is read the same whatever sheet was read before", () => {
    const mistaken = "{x: y;}} ] ; z: q; } ] a";
    const alone = notes(mistaken);
    expect(notes("[".repeat(2000))).not.toEqual([]);
    expect(notes(mistaken)).toEqual(alone);
  });

  test("in an attribute is left out when it is longer than any", () => {
    expect(parseInlineStyle("x: 1")).toEqual([["x", "1"]]);
    expect(parseInlineStyle("} ".repeat(50_000))).toEqual([]);
  });
});
