import { wearer } from "../support/host";
import { disposeWorlds } from "fitbit-simulator/testing";
import { LOCALES, messages } from "../../tools/words/po";
import {
  ENGLISH,
  type EveryScreen,
  LANGUAGES,
  everyScreen,
} from "./every-screen";

afterEach(disposeWorlds);

let screens: EveryScreen;

beforeAll(async () => {
  screens = await everyScreen();
  disposeWorlds();
}, 120000);

test.each([...LANGUAGES.keys()])(
  "%s: every text of every screen is whole and in its place",
  (language) => {
    expect([...screens.found.get(language)!]).toEqual([]);
  },
);

test("every message of the watch has been on a screen", () => {
  expect([...ENGLISH.keys()].filter((key) => !screens.seen.has(key))).toEqual(
    [],
  );
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
