import fc from "fast-check";
import { customItem, defaultRoutine } from "../../../common/default-routine";
import { readCode, routineCode } from "../../../phone/routine-code/code";
import { readSettings } from "../../../phone/settings/settings";
import { replaceRoutine, routineValues } from "../../../phone/settings/writer";
import { faultText } from "../../../common/result";
import { Item } from "../../../common/routine";
import {
  catalogueItems,
  routines,
  routinesOf,
} from "../../../verification/builders/settings";
import { MemoryStorage } from "../../../verification/builders/storage";

function whyNot(text: string): string {
  const read = readCode(text);
  return read.ok ? "" : faultText(read.fault);
}

describe("a routine code", () => {
  it("carries any routine, whole", () => {
    fc.assert(
      fc.property(routines, (routine) => {
        expect(readCode(routineCode(routine))).toEqual({
          ok: true,
          value: routine,
        });
      }),
    );
  });

  it("is at most 240 characters for ten exercises with their own doses", () => {
    const ten = routinesOf(catalogueItems(10));
    fc.assert(
      fc.property(ten, (routine) => routineCode(routine).length <= 240),
      { numRuns: 1000 },
    );
    const widest = { ...defaultRoutine(), name: "é".repeat(30) };
    const { choices } = readSettings(() => undefined);
    const reps = choices.filter(({ item }) => item.kind === "reps");
    const holds = choices.filter(({ item }) => item.kind === "hold");
    widest.items = [...reps, ...holds.slice(0, 10 - reps.length)].map(
      ({ item }, i) => ({ ...item, included: true, hold: 600, lift: 2 * i }),
    );
    expect(widest.items).toHaveLength(10);
    expect(routineCode(widest).length).toBeLessThanOrEqual(240);
  });

  it("survives a chat: line breaks, spaces, quotes, small letters", () => {
    fc.assert(
      fc.property(routines, fc.nat(), (routine, seed) => {
        const noise = ["\n", " ", "\r\n> ", "\u200b", "\u00a0", "-", "*"];
        const mangled = routineCode(routine)
          .toLowerCase()
          .split("")
          .map((c, i) => ((seed >> (i % 20)) & 1 ? c + noise[i % 7] : c))
          .join("");
        expect(readCode(`“${mangled}”\n`)).toEqual({
          ok: true,
          value: routine,
        });
      }),
    );
  });

  it.each<[message: string, text: (code: string) => string]>([
    ["words before it", (code) => `my routine: ${code}`],
    ["a sentence around it", (code) => `Try ${code}, it is good.`],
    [
      "quotes and a signature",
      (code) => `“${code}”\n\n-- \nBob Cat\n+49 170 1`,
    ],
    ["a signature of letters alone", (code) => `${code}\nCheers\nAbe`],
    [
      "a quoted mail",
      (code) => `> Hi,\n> ${code.slice(0, 20)}\n> ${code.slice(20)}\n>\n> Zoe`,
    ],
    ["brackets", (code) => `Code (${code}) for you`],
    ["words of another script", (code) => `コードは${code}です`],
    ["talk of codes", (code) => `An RC1 code, not RC2: ${code} and RC1 again`],
    [
      "two codes",
      (code) => `${code.slice(0, 30)} was cut, this is whole: ${code}`,
    ],
    ["a mail address", (code) => `From rc1@example.org: ${code}`],
  ])("is found in a message with %s", (_, message) => {
    for (const code of [
      routineCode(defaultRoutine()),
      routineCode({ ...defaultRoutine(), name: "Short" }),
    ]) {
      for (const text of [message(code), message(code.toLowerCase())]) {
        expect(readCode(text)).toEqual(readCode(code));
        expect(readCode(text).ok).toBe(true);
      }
    }
  });

  it("is found in any text around any routine", () => {
    fc.assert(
      fc.property(routines, fc.string(), fc.string(), (routine, a, b) => {
        const text = `${a} ${routineCode(routine)} ${b}`;
        expect(readCode(text)).toEqual({ ok: true, value: routine });
      }),
    );
  });

  it("is damaged, and not newer, where its own beginning says so", () => {
    const cut = routineCode(defaultRoutine()).slice(0, -1);
    expect(whyNot(`not RC2: ${cut}.`)).toContain("undamaged");
    expect(whyNot("this is no RC1: RC2ABCDEFGH")).toContain("update this app");
  });

  it("is refused when any one character differs or is missing", () => {
    const code = routineCode(defaultRoutine());
    for (let i = 0; i < code.length; i++) {
      for (const c of "07AZ?é") {
        if (c === code.charAt(i)) continue;
        expect(readCode(code.slice(0, i) + c + code.slice(i + 1)).ok).toBe(
          false,
        );
      }
      expect(readCode(code.slice(0, i)).ok).toBe(false);
      expect(readCode(code.slice(0, i) + code.slice(i + 1)).ok).toBe(false);
    }
    expect(whyNot(code.slice(0, -3) + "000")).toContain("undamaged");
  });

  it("tells what is wrong with what is no code", () => {
    expect(whyNot("")).toContain("a routine code");
    expect(whyNot("https://example.org")).toContain("a routine code");
    expect(whyNot("RC2ABCDEF")).toContain("update this app");
    expect(whyNot("RC1$$$$")).toContain("letters and digits");
  });

  it("never throws", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        readCode("RC1" + text);
        return !readCode(text).ok;
      }),
    );
  });
});

describe("importing a routine into the settings", () => {
  it("makes the settings say exactly that routine, whatever they said", () => {
    fc.assert(
      fc.property(routines, routines, (before, routine) => {
        const settings = new MemoryStorage();
        [before, routine].forEach((one) => {
          replaceRoutine(settings, routineValues(one));
        });
        const read = readSettings((key) => settings.getItem(key));
        expect(read.unusable).toEqual([]);
        expect(read.routine).toEqual(routine);
      }),
    );
  });

  it("writes nothing for the default routine", () => {
    expect(routineValues(defaultRoutine())).toEqual({});
  });

  it("keeps goal and history and forgets every other routine setting", () => {
    const settings = new MemoryStorage();
    settings.setItem("goal", "5");
    settings.setItem("summary", "{}");
    settings.setItem("custom:Gone.hold", "30");
    settings.setItem("level", "starter");
    replaceRoutine(settings, { name: "Mine" });
    expect([...settings.map.keys()].sort()).toEqual([
      "goal",
      "name",
      "summary",
    ]);
  });

  it("manages forty times the same exercise, and forty of the runner's own", () => {
    const routine = defaultRoutine();
    const plank = routine.items[2]!;
    const own = (i: number): Item => customItem("Plank " + (i % 25), "hold", 2);
    for (const item of [
      (i: number) => ({ ...plank, sets: 1 + (i % 9) }),
      own,
    ]) {
      const items = Array.from({ length: 40 }, (_, i) => item(i));
      const values = routineValues({ ...routine, items });
      const read = readSettings((key) => values[key]);
      expect(read.unusable).toEqual([]);
      expect(read.routine.items).toEqual(items);
    }
  });
});
