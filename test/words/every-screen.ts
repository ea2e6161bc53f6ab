import { type Ink, drawnInk, wordsTouching } from "../pictures/ink";
import { misfits } from "../../tools/words/text-fit";
import { LOCALES, messages, stretched } from "../../tools/words/po";
import { inWords, keysIn } from "./marks";
import { questionWalk } from "./question-walk";
import type { Look, Worn } from "./reader";
import { walk } from "./screen-walk";

export const ENGLISH = messages("app", "en-US");
const LONGER = new Map(
  [...ENGLISH].map(([key, text]) => [key, stretched(text)]),
);

/** All that is on the screens of a watch. */
export interface EveryScreen {
  /** What is wrong, by language. */
  readonly found: ReadonlyMap<string, ReadonlySet<string>>;
  /** The messages that were on a screen. */
  readonly seen: ReadonlySet<string>;
}

/** The words of each language of the watch, and of one that is longer than English. */
export const LANGUAGES: ReadonlyMap<
  string,
  ReadonlyMap<string, string>
> = new Map([
  ...LOCALES.map((locale) => [locale, messages("app", locale)] as const),
  ["English, 35 % longer", LONGER],
]);

/** Messages of one screen that English tells apart and a language does not. */
function confusions(
  keys: ReadonlySet<string>,
  texts: ReadonlyMap<string, string>,
): string[] {
  const seen = new Map<string, string>();
  return [...keys].flatMap((key) => {
    const other = seen.get(texts.get(key)!);
    seen.set(texts.get(key)!, key);
    return other && ENGLISH.get(other) !== ENGLISH.get(key)
      ? [`${other} and ${key} are one: ${texts.get(key)}`]
      : [];
  });
}

/** Sees every screen of a watch, and how the words of each language stand there. */
export async function everyScreen(worn: Worn = {}): Promise<EveryScreen> {
  const found = new Map<string, Set<string>>();
  const seen = new Set<string>();
  const look: Look = (tree, screen) => {
    const says = [...tree.all()].map((node) => [node, node.text] as const);
    const keys = new Set(
      says.flatMap(([node, text]) => (tree.visible(node) ? keysIn(text) : [])),
    );
    for (const key of keys) seen.add(key);
    let drawn: Ink[] | undefined;
    for (const [language, texts] of LANGUAGES) {
      for (const [node, text] of says) {
        if (text !== "") node.text = inWords(text, texts);
      }
      drawn ??= drawnInk(tree);
      const list = found.get(language) ?? new Set();
      found.set(language, list);
      for (const wrong of [
        ...misfits(tree),
        ...wordsTouching(tree, drawn),
        ...confusions(keys, texts),
      ]) {
        list.add(`${screen}: ${wrong}`);
      }
    }
    for (const [node, text] of says) if (text !== "") node.text = text;
  };
  await walk([...ENGLISH.keys()], look, worn);
  await questionWalk([...ENGLISH.keys()], look, worn);
  return { found, seen };
}
