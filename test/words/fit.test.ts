import { type Ink, drawnInk, wordsTouching } from "../pictures/ink";
import { wearer } from "../support/host";
import { disposeWorlds } from "fitbit-simulator/testing";
import { misfits } from "./text-fit";
import { LOCALES, messages, stretched } from "./po";
import { inWords, keysIn } from "./marks";
import { questionWalk } from "./question-walk";
import type { Look } from "./reader";
import { walk } from "./screen-walk";

afterEach(disposeWorlds);

const ENGLISH = messages("app", "en-US");
const LONGER = new Map(
  [...ENGLISH].map(([key, text]) => [key, stretched(text)]),
);
const LANGUAGES = new Map([
  ...LOCALES.map((locale) => [locale, messages("app", locale)] as const),
  ["English, 35 % longer", LONGER],
]);

/** What is wrong by language, and the messages that were on a screen. */
const found = new Map<string, Set<string>>();
const seen = new Set<string>();

beforeAll(async () => {
  const look: Look = (tree, screen) => {
    const says = [...tree.all()].map((node) => [node, node.text] as const);
    for (const [node, text] of says) {
      if (tree.visible(node)) keysIn(text).forEach((key) => seen.add(key));
    }
    let drawn: Ink[] | undefined;
    for (const [language, texts] of LANGUAGES) {
      for (const [node, text] of says) {
        if (text !== "") node.text = inWords(text, texts);
      }
      drawn ??= drawnInk(tree);
      const list = found.get(language) ?? new Set();
      found.set(language, list);
      for (const misfit of [...misfits(tree), ...wordsTouching(tree, drawn)]) {
        list.add(`${screen}: ${misfit}`);
      }
    }
    for (const [node, text] of says) if (text !== "") node.text = text;
  };
  await walk([...ENGLISH.keys()], look);
  await questionWalk([...ENGLISH.keys()], look);
  disposeWorlds();
}, 120000);

test.each([...LANGUAGES.keys()])(
  "%s: every text of every screen is whole and in its place",
  (language) => {
    expect([...found.get(language)!]).toEqual([]);
  },
);

test("every message of the watch has been on a screen", () => {
  expect([...ENGLISH.keys()].filter((key) => !seen.has(key))).toEqual([]);
});

test.each(LOCALES)("the built package greets in %s", async (locale) => {
  const { watch } = await wearer({ locale });
  watch.launch();
  const texts = messages("app", locale);
  expect(watch.texts()).toMatchObject({
    "start-label": texts.get("start"),
    last: texts.get("feel"),
  });
});
