import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { EXERCISES } from "../../../common/exercises";
import { APP_VERSION } from "../../../phone/version";

const ROOT = join(__dirname, "../../..");

/** The texts of a .po file by their ids. */
function texts(file: string): Map<string, string> {
  const po = readFileSync(join(ROOT, file), "utf8");
  const entries = [...po.matchAll(/^msgid "(.+)"\nmsgstr "(.*)"$/gm)];
  return new Map(entries.map(([, id, text]) => [id!, text!]));
}

function sources(folder: string): string {
  return readdirSync(join(ROOT, folder), { recursive: true })
    .map(String)
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(join(ROOT, folder, name), "utf8"))
    .join("\n");
}

const page = texts("settings/i18n/en-US.po");
/** What names messages of the page: its own sources, the table of its switches, and the sheet's lines. */
const source =
  sources("settings") +
  readFileSync(join(ROOT, "common/preferences.ts"), "utf8") +
  readFileSync(join(ROOT, "phone/coach/physio.ts"), "utf8");

it("has a text for every id that the page asks for", () => {
  const asked = [
    ...source.matchAll(/\b(?:words|title)\(\s*"([a-z0-9-]+)"/g),
  ].map(([, id]) => id!);
  expect(asked.length).toBeGreaterThan(60);
  asked
    .filter((id) => !id.endsWith("-"))
    .forEach((id) => expect([...page.keys()]).toContain(id));
});

it("has a name, a position and a how-to of one line for every exercise", () => {
  EXERCISES.forEach(({ id, position, needs, cautions, shut, ask }) => {
    expect(page.get(id)).toBeTruthy();
    expect(page.get("how-" + id)!.length).toBeLessThanOrEqual(140);
    expect(page.get("on-" + position)).toBeTruthy();
    if (needs !== "none") expect(page.get("needs-" + needs)).toBeTruthy();
    cautions.forEach((caution) =>
      expect(page.get("caution-" + caution)).toBeTruthy(),
    );
    [...shut, ...ask].forEach((health) =>
      expect(page.get("health-" + health)).toBeTruthy(),
    );
  });
});

it("names exercises as the watch does", () => {
  const watch = texts("app/i18n/en-US.po");
  EXERCISES.forEach(({ id }) => expect(page.get(id)).toBe(watch.get(id)));
});

it("has no text that nothing shows", () => {
  [...page.keys()].forEach((id) => {
    const stem = id.replace(/-[a-z0-9]+$/, "-");
    const used =
      EXERCISES.some((one) => id.endsWith(one.id)) ||
      source.includes(`"${id}"`) ||
      source.includes(`"${stem}"`) ||
      id.startsWith("caution-");
    expect([id, used]).toEqual([id, true]);
  });
});

it("says the version that the package has", () => {
  const manifest = JSON.parse(
    readFileSync(join(ROOT, "package.json"), "utf8"),
  ) as { version: string };
  expect(APP_VERSION).toBe(manifest.version);
});
