import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sheetLocales } from "../../tools/pictures/contact-sheet";
import { ROOT } from "../../tools/build/fresh-build";
import { seeScreens } from "../../tools/pictures/watch-screens";
import { misfits } from "../../tools/words/text-fit";
import { faint } from "./contrast";
import { outside, touching } from "./ink";

const LOCALES = sheetLocales();
/** Every screen of the contact sheet, with what is wrong there. */
const found = new Map<string, Record<string, string[]>>();

beforeAll(async () => {
  for (const locale of LOCALES) {
    await seeScreens(locale, (name, tree) => {
      found.set(`${locale} ${name}`, {
        words: misfits(tree),
        touching: touching(tree),
        outside: outside(tree),
        faint: faint(tree),
      });
    });
  }
}, 120000);

/** What is wrong, with the screens where it is. */
function all(kind: string): string[] {
  return [...found].flatMap(([screen, wrong]) =>
    wrong[kind]!.map((one) => `${screen}: ${one}`),
  );
}

test("the contact sheet has English, the longest language and ideographs", () => {
  expect(LOCALES).toEqual(["en-US", expect.any(String), "ja-JP"]);
  expect(new Set(LOCALES).size).toBe(3);
});

test("no word is cut or leaves the display, its ring or its button", () => {
  expect(all("words")).toEqual([]);
});

test("no word, figure, picture or symbol touches another", () => {
  expect(all("touching")).toEqual([]);
});

test("no figure leaves its ring, and no symbol is cut by the display's corners", () => {
  expect(all("outside")).toEqual([]);
});

test("what is read in motion stands out 7 to 1, all else 4.5 to 1", () => {
  expect(all("faint")).toEqual([]);
});

test("every screen has its picture", () => {
  const names = [...found.keys()].filter((key) => key.startsWith("en-US "));
  expect(names.length).toBeGreaterThan(18);
  for (const name of names) {
    // `npm run screenshots` draws them.
    const file = `docs/screenshots/watch-${name.slice("en-US ".length)}.png`;
    const png = readFileSync(join(ROOT, file));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([336, 336]);
  }
});
