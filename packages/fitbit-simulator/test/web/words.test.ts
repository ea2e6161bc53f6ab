import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { LANGUAGES } from "../../src/web/world/languages";
import { messagesOf } from "../../src/web/words/po-plugin";

const WEB = join(__dirname, "../../src/web");

/** The texts that the page's sources show, in the order of the files. */
function texts(): string[] {
  const found = new Set<string>();
  for (const file of readdirSync(WEB, { recursive: true, encoding: "utf8" })) {
    if (!/\.tsx?$/.test(file)) continue;
    const source = readFileSync(join(WEB, file), "utf8");
    for (const [, text = ""] of source.matchAll(
      /(?<![.\w])(?:say|word)\(\s*"((?:[^"\\]|\\.)*)"/g,
    )) {
      found.add(text);
    }
  }
  return [...found].sort();
}

/** The places for values in a text, sorted. */
function places(text: string): string[] {
  return (text.match(/%\d/g) ?? []).sort();
}

const others = LANGUAGES.map(({ code }) => code).filter(
  (code) => code !== "en-US",
);

describe.each(others)("the page's words in %s", (locale) => {
  const file = join(WEB, "words/i18n", `${locale}.po`);
  const said = messagesOf(readFileSync(file, "utf8"));

  test("are there for every text, and for no other", () => {
    expect(Object.keys(said).sort()).toEqual(texts());
  });

  test("have the same values in them, and no text is empty", () => {
    for (const [english, text] of Object.entries(said)) {
      expect([english, places(text)]).toEqual([english, places(english)]);
      expect(text.trim()).toBe(text);
      expect(text).not.toBe("");
    }
  });

  test("end as the English text does: a sentence, a label, a choice to come", () => {
    for (const [english, text] of Object.entries(said)) {
      const end = /[.…:]$/.exec(english)?.[0];
      const same = text.replace(/。$/, ".").replace(/：$/, ":");
      // Words without an end may be short for others: `Max.`
      if (end !== undefined)
        expect([english, same.at(-1)]).toEqual([english, end]);
      else expect([english, same.at(-1)]).not.toEqual([english, "…"]);
    }
  });
});

test("every text that is written elsewhere than in a call is marked", () => {
  const sources = readdirSync(WEB, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx$/.test(file))
    .map((file) => [file, readFileSync(join(WEB, file), "utf8")] as const);
  const plain = sources.flatMap(([file, source]) =>
    [...source.matchAll(/>\s*([A-Z][a-z]+[^<>{}=;()]*)<\//g)].map(
      ([, text]) => `${file}: ${text}`,
    ),
  );
  expect(plain).toEqual([]);
});
