import { LANGUAGES } from "./languages";
import type { Setup, SetupChange } from "./protocol";

/**
 * The platform's language for someone who reads these, the best first: the same one, else one of
 * another country or script, else English.
 */
export function localeFor(languages: readonly string[]): string {
  const codes = LANGUAGES.map(({ code }) => code);
  for (const wanted of languages) {
    const known = localeOf(wanted);
    if (known === undefined) continue;
    const { language, region, script } = known;
    const alike = codes.filter((code) => {
      const one = new Intl.Locale(code).maximize();
      // Norwegian in either form is read by all who write `no`, `nb` or `nn`.
      const norwegian = /^(no|nn|nb)$/.test(language) && one.language === "nb";
      return norwegian || (one.language === language && one.script === script);
    });
    const same = alike.find((code) => code.endsWith(`-${region}`));
    if (same !== undefined) return same;
    if (alike[0] !== undefined) return alike[0];
  }
  return "en-US";
}

/** A language as browsers name it, script and country added; undefined for no such name. */
function localeOf(name: string): Intl.Locale | undefined {
  try {
    // Some browsers without a user write `en-US@posix`.
    const [plain = ""] = name.replaceAll("_", "-").split("@");
    return new Intl.Locale(plain).maximize();
  } catch {
    return undefined;
  }
}

/** A setup with one thing changed. */
export function changed(setup: Setup, change: SetupChange): Setup {
  if (!("permission" in change)) return { ...setup, ...change };
  const others = setup.refused.filter((name) => name !== change.permission);
  const refused = change.granted ? others : [...others, change.permission];
  return { ...setup, refused };
}
