import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type Engine,
  probeProblem,
  requireEngine,
} from "../../tools/bench/jerryscript/engine";
import { liveInNode } from "../../tools/bench/jerryscript/in-node";
import type { Life } from "../../tools/bench/jerryscript/lives";
import { growth, spare } from "../../tools/bench/jerryscript/measure";
import { readOutcome } from "../../tools/bench/jerryscript/outcome";
import { jerryscriptRows } from "../../tools/bench/jerryscript/rows";
import { SYSTEM_BYTES } from "../../tools/bench/jerryscript/scripts";
import {
  type Workplace,
  workplace,
} from "../../tools/bench/jerryscript/workplace";
import { builtPackage } from "../support/host";

let place: Workplace;
let folder: string;
beforeAll(() => {
  place = workplace(builtPackage());
  folder = mkdtempSync(join(tmpdir(), "engine-"));
});
afterAll(() => {
  place.dispose();
  rmSync(folder, { recursive: true });
});

function file(name: string, text: string, mode: number): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  chmodSync(path, mode);
  return path;
}

describe("a file that is no engine", () => {
  const refusal = (path: string): string => {
    try {
      requireEngine("--jerryscript", path, place, "of a watch");
      return "";
    } catch (error) {
      return (error as Error).message.replace(folder, "");
    }
  };

  test("that is missing cannot be found", () => {
    expect(refusal(join(folder, "none"))).toBe(
      '--jerryscript "/none" cannot be found',
    );
  });

  test("that is a folder is no file", () => {
    expect(refusal(folder)).toBe('--jerryscript "" is no file');
  });

  test("that is not executable cannot be run", () => {
    expect(refusal(file("text", "print()", 0o644))).toBe(
      '--jerryscript "/text" cannot be run: it is not executable',
    );
  });

  test("that is another program is told apart", () => {
    const other = file("other", "#!/bin/sh\necho room 100\n", 0o755);
    expect(refusal(other)).toBe(
      '--jerryscript "/other" is no JerryScript to measure with; docs/jerryscript.md says what the bench needs',
    );
  });

  test("that is an engine without the functions of the host lacks them", () => {
    const bare = file("bare", "#!/bin/sh\necho lacks __jobs, __heap\n", 0o755);
    expect(refusal(bare)).toContain("does not offer __jobs, __heap;");
  });
});

describe("an engine's heap", () => {
  const printed = (room: number): string =>
    `lacks nothing\nroom 0\nroom ${room - 1000}\nroom ${room}\n`;

  test("is that of a watch", () => {
    expect(probeProblem(printed(62_304), "of a watch")).toBeUndefined();
  });

  test("is larger: nothing could be said about a watch", () => {
    expect(probeProblem(printed(130_000), "of a watch")).toContain(
      "has a heap of more than 65528 bytes, a watch one of 65528",
    );
  });

  test("is too small to count instructions with", () => {
    expect(probeProblem(printed(62_304), "large")).toContain(
      "has a heap of about 62304 bytes, which is too small",
    );
    expect(probeProblem(printed(130_000), "large")).toBeUndefined();
  });
});

test("what an engine prints is read, whatever else it says", () => {
  const text = "cue 12\nerror cue 3\r\nused 900\ncue 34\r\nHeap stats:\nend\n";
  expect(readOutcome(text)).toEqual({
    cues: [12, 34],
    used: [900],
    ended: true,
  });
  expect(readOutcome("cue 12\nError: ").ended).toBe(false);
});

describe("what is left", () => {
  const life: Life = {
    steps: [["wait", 1], ["tap", "start"], ["wait", 60], ["note"]],
  };

  /** Prints what a life does with so many bytes taken away. */
  function engine(answer: (away: number, cues: string[]) => string[]): Engine {
    const cues = liveInNode(place, life).cues.map((at) => `cue ${at}`);
    return {
      run: (_, [setup]) => {
        const text = readFileSync(setup!, "utf8");
        const [, filled] = /bench\.fill\((\d+)\)/.exec(text)!;
        return answer(Number(filled) - SYSTEM_BYTES, cues).join("\n");
      },
      work: () => NaN,
    };
  }

  test("is the last step before the first failure, not one beyond", () => {
    const luckyAt5000 = engine((away, cues) =>
      away === 4000 ? cues : [...cues, "end"],
    );
    expect(spare(luckyAt5000, place, life)).toBe(3000);
  });

  test("is nothing when a cue is late, or missing", () => {
    const late = engine((_, [first, ...rest]) => [`${first}0`, ...rest, "end"]);
    expect(spare(late, place, life)).toBeUndefined();
    const missing = engine((_, cues) => [...cues.slice(1), "end"]);
    expect(spare(missing, place, life)).toBeUndefined();
  });

  test("grows by what is in use at the last note and was not at the first", () => {
    const notes = ["used 30000", "used 30900", "used 30120"];
    const grows = engine((_, cues) => [...cues, ...notes, "end"]);
    expect(growth(grows, place, life)).toBe(120);
  });
});

test("without an engine the table says what was not measured, and how it would be", () => {
  const { rows, notes } = jerryscriptRows(builtPackage(), {}, () => undefined);
  expect(rows).toHaveLength(9);
  expect(rows.every((row) => row.verdict === "not measured")).toBe(true);
  expect(rows[0]).toMatchObject({
    what: "of 64 KB left, default session",
    measured: "–",
    budget: "≥ 6,000 bytes, goal ≥ 8,000 bytes",
  });
  expect(notes).toEqual([
    expect.stringContaining("was not asked for: --jerryscript FILE"),
    expect.stringContaining("--jerryscript-64 FILE was not asked for"),
  ]);
});
