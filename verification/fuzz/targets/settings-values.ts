import fc from "fast-check";
import { GARBAGE, allKeys } from "../../builders/settings";
import { MemoryStorage } from "../../builders/storage";
import { textLike } from "../inputs";

export const SETTINGS = allKeys(["Copenhagen plank"]);
const SETTING_VALUES = [
  ...GARBAGE.filter((text) => text.length < 1000),
  "true",
  "false",
  "26",
  "60.0",
  '{"name":"30"}',
  '{"values":[{"name":"Full","value":"full"}],"selected":[2]}',
  '["plank","cobra#2","custom:Copenhagen plank"]',
  '[{"name":"Copenhagen plank"}]',
];

/** Some settings, each of a changed value. */
export function anySettings(): fc.Arbitrary<Record<string, string>> {
  const value = textLike(SETTING_VALUES, [
    ...SETTINGS.slice(0, 20),
    '"',
    "[",
    "#2",
  ]);
  return fc
    .array(fc.tuple(fc.nat(SETTINGS.length - 1), value), { maxLength: 12 })
    .map((pairs) =>
      Object.fromEntries(pairs.map(([at, text]) => [SETTINGS[at]!, text])),
    );
}

export function storage(values: Record<string, string>): MemoryStorage {
  const storage = new MemoryStorage();
  for (const [key, value] of Object.entries(values)) {
    storage.map.set(key, value);
  }
  return storage;
}
