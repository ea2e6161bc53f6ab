import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { EXERCISES } from "../../common/exercises";
import {
  LOCALES,
  ROOMS,
  type Room,
  messages,
  places,
} from "../../tools/words/po";

const ROOT = join(__dirname, "../..");
const CJK = ["ja-JP", "ko-KR", "zh-CN", "zh-TW"];
const OTHERS = LOCALES.filter((locale) => locale !== "en-US");

/** What may be the same in another language: units, signs, and words it has borrowed. */
const SHARED: Record<Room, RegExp> = {
  app: /^(leg-no|no|start|minutes|left|right|more-rest|heart|calories|set-of|sets|reps|hold|hold-for|plank|wall-sit|cobra|bird-dog|dead-bug|curl-up)$/,
  settings:
    /^(decimal-mark|labelled|in-range|sentences|coach|leg-no|morning-no|date|moment|month.*|time-.*|weekday-.*|place|where|where-needs|sets|name|section-.*|level|level-.*|outcome-.*|minutes|seconds|changed|dose-hold|dose-reps|done-.*|custom-example|plank|wall-sit|cobra|bird-dog|dead-bug|curl-up)$/,
  guide: /^(begin|dismiss|vibration)$/,
};

/** Typing mistakes, and signs that the language does not use. */
const SLIPS = /^\s|\s$| {2}|"|'(?!s Core)|\.\.\.|\s[,.]| [:;?!](?!\S)/;

const rooms = ROOMS.flatMap((room) =>
  OTHERS.map((locale) => [room, locale] as const),
);

test("the package names every language of the platform, and has its words", () => {
  const { fitbit } = JSON.parse(
    readFileSync(join(ROOT, "package.json"), "utf8"),
  ) as { fitbit: { i18n: Record<string, { name: string }> } };
  expect(Object.keys(fitbit.i18n).sort()).toEqual([...LOCALES].sort());
  for (const { name } of Object.values(fitbit.i18n)) {
    expect(name.length).toBeLessThanOrEqual(30);
  }
  for (const room of ROOMS) {
    const files = readdirSync(join(ROOT, room, "i18n"));
    expect(files.sort()).toEqual(LOCALES.map((one) => `${one}.po`).sort());
  }
});

describe.each(rooms)("%s in %s", (room, locale) => {
  const english = messages(room, "en-US");
  const translated = messages(room, locale);
  const each = (check: (key: string, text: string) => unknown): unknown[] =>
    [...translated].map(([key, text]) => [key, text, check(key, text)]);
  const all = (expected: unknown): unknown[] => each(() => expected);

  it("has every message, and no other", () => {
    expect([...translated.keys()]).toEqual([...english.keys()]);
  });

  it("has the same places for values", () => {
    // Of date and time each language takes the parts that it writes.
    const free = (key: string): boolean =>
      /^(date|moment|month|time-.*)$/.test(key);
    expect(
      each((key, text) =>
        free(key)
          ? text.includes("%1")
          : String(places(text)) === String(places(english.get(key)!)),
      ),
    ).toEqual(all(true));
  });

  it("leaves nothing empty or in English", () => {
    expect(
      each(
        (key, text) =>
          text !== "" && (text !== english.get(key) || SHARED[room].test(key)),
      ),
    ).toEqual(all(true));
  });

  it("has no stray spaces, typewriter quotes or dots", () => {
    // French sets a space before some signs; the watch has no fixed one.
    const plain = (text: string): string =>
      locale === "fr-FR" ? text.replace(/[ \u00a0]([:;?!])/g, "$1") : text;
    expect(each((_, text) => SLIPS.test(plain(text)))).toEqual(all(false));
  });

  it("ends sentences as the language does", () => {
    if (!CJK.includes(locale)) return;
    const full = locale === "ko-KR" ? /[.!?]$/ : /[。！？]$/;
    expect(
      each((key, text) => {
        const sentence = /^(how|caution|safety)-/.test(key);
        return !sentence || key === "safety-cobra-out" || full.test(text);
      }),
    ).toEqual(all(true));
  });
});

test.each(OTHERS)(
  "%s names exercises on the phone as on the watch",
  (locale) => {
    const phone = messages("settings", locale);
    const watch = messages("app", locale);
    for (const { id } of EXERCISES) expect(phone.get(id)).toBe(watch.get(id));
  },
);
