import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PREFERENCES } from "../../common/preferences";
import { ROOT } from "../../tools/build/fresh-build";
import { watchTables } from "../../tools/build/watch-tables";

test.each(Object.entries(watchTables()))(
  "%s is what `npm run generate` makes of the tables",
  (path, text) => {
    expect(readFileSync(join(ROOT, path), "utf8")).toBe(text);
  },
);

describe("the table of preferences", () => {
  test("gives each its own bit, from 0 on without a gap", () => {
    const bits = PREFERENCES.map(({ bit }) => bit).sort((a, b) => a - b);
    expect(bits).toEqual(PREFERENCES.map((_, place) => place));
  });

  test("keeps what came after the first five off by default, for apps that do not know it", () => {
    const later = PREFERENCES.filter(({ bit }) => bit > 4);
    expect(later.filter(({ initially }) => initially)).toEqual([]);
  });

  test("names the first five in the order in which routine codes have them", () => {
    expect(PREFERENCES.slice(0, 5).map(({ name }) => name)).toEqual([
      "strength",
      "repPulses",
      "halfway",
      "finalSeconds",
      "keepScreenOn",
    ]);
  });
});
