import type { Plugin } from "vite";

/** The messages of a `.po` file, by the English text. */
export function messagesOf(text: string): Record<string, string> {
  const entries = text.matchAll(/^msgid "(.+)"\nmsgstr "(.*)"$/gm);
  const plain = (quoted = "") => quoted.replace(/\\(.)/g, "$1");
  return Object.fromEntries(
    [...entries].map(([, english, said]) => [plain(english), plain(said)]),
  );
}

/** Makes a module of each `.po` file, for Vite. */
export function poPlugin(): Plugin {
  return {
    name: "po",
    transform(code, id) {
      if (!id.endsWith(".po")) return undefined;
      return {
        code: `export default ${JSON.stringify(messagesOf(code))};`,
        map: null,
      };
    },
  };
}
