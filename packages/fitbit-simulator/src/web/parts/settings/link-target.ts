/** Where a link of a settings page leads; nowhere without `href`. */
export interface LinkTarget {
  readonly href?: string;
  /** The name under which the address is saved as a file. */
  readonly download?: string;
}

/** Kinds of text that are saved and never shown, with the ending of their files. */
const ENDINGS: Readonly<Record<string, string>> = {
  "text/csv": "csv",
  "text/plain": "txt",
  "application/json": "json",
};

/** The type at the beginning of a data address, and its parameters. */
const DATA = /^data:([a-z]+\/[a-z]+)((?:;[^;,]*)*),/i;

/**
 * Where the source of a link leads. The web and mail are opened, a text in a data address is
 * saved, under the name in its `name` parameter if that is a plain one. Everything else, such as
 * a script or a page in a data address, leads nowhere.
 */
export function linkTarget(source: unknown): LinkTarget {
  if (typeof source !== "string") return {};
  if (/^(https?|mailto):/i.test(source)) return { href: source };
  const [, type = "", parameters = ""] = DATA.exec(source) ?? [];
  const known = type.toLowerCase();
  if (!Object.hasOwn(ENDINGS, known)) return {};
  const ending = ENDINGS[known]!;
  const name = /;name=(\w[\w.-]{0,63})(?:;|$)/.exec(parameters)?.[1];
  const plain = name?.toLowerCase().endsWith("." + ending) ? name : undefined;
  return { href: source, download: plain ?? "file." + ending };
}
