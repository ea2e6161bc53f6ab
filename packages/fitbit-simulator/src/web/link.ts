import { LANGUAGES } from "./world/languages";
import { say } from "./words/say";

/** What a link to the page asks for; what it leaves out stays as it is. */
export interface Wanted {
  /** The whole address of a package. */
  readonly file?: string;
  /** A watch model by its code name. */
  readonly target?: string;
  readonly locale?: string;
  /** What the watch's clock is set to: epoch milliseconds. */
  readonly wallMs?: number;
}

const NAMES = ["package", "model", "language", "time"];
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/;

/**
 * What the part of an address behind its `#` asks for, such as
 * `#package=clock.fba&model=atlas&language=de-DE&time=2026-11-28T07:30`, and what of it cannot be: a
 * sentence each. Undefined where it asks for nothing, as `#phone`.
 * @param base the page's own address; a package is found beside it, and of the same origin
 */
export function wantedBy(
  hash: string,
  base: string,
): { readonly wanted: Wanted; readonly faults: readonly string[] } | undefined {
  if (!hash.includes("=")) return undefined;
  const asked = new URLSearchParams(hash.replace(/^#/, ""));
  const faults = [...asked.keys()]
    .filter((name) => !NAMES.includes(name))
    .map((name) =>
      say("%1 is not known; allowed: %2.", name, NAMES.join(", ")),
    );
  const wanted: { -readonly [K in keyof Wanted]: Wanted[K] } = {};
  const file = asked.get("package");
  if (file !== null) {
    if (
      URL.canParse(file, base) &&
      new URL(file, base).origin === new URL(base).origin
    ) {
      wanted.file = new URL(file, base).href;
    } else
      faults.push(
        say(
          "%1 is %2; allowed: %3.",
          "package",
          file,
          say("one in the same place as this page"),
        ),
      );
  }
  const target = asked.get("model");
  if (target !== null) wanted.target = target;
  const locale = asked.get("language");
  if (locale !== null) {
    if (LANGUAGES.some(({ code }) => code === locale)) wanted.locale = locale;
    else {
      const known = LANGUAGES.map(({ code }) => code).join(", ");
      faults.push(say("%1 is %2; allowed: %3.", "language", locale, known));
    }
  }
  const time = asked.get("time");
  if (time !== null) {
    const wallMs = TIME.test(time) ? new Date(time).getTime() : Number.NaN;
    if (Number.isNaN(wallMs)) {
      faults.push(
        say("%1 is %2; allowed: %3.", "time", time, "2026-11-28T07:30"),
      );
    } else wanted.wallMs = wallMs;
  }
  return { wanted, faults };
}
