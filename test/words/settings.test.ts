import { packRecord } from "../../common/wire/record";
import { encodeCbor } from "fitbit-simulator";
import { DAY, MONDAY, daily, openAll, pageText } from "../phone/host/phone";
import { CHECKED_VERSION, SessionRecord } from "../../common/record";
import { record } from "../../verification/builders/records";
import { type Wearer, type WearerOptions, wearer } from "../support/host";
import { disposeWorlds } from "fitbit-simulator/testing";
import { LOCALES, messages } from "../../tools/words/po";

afterEach(disposeWorlds);

/** A session whose answers can be corrected: its watch is ahead of the phone. */
function answered(start: number): SessionRecord {
  return record(start, {
    version: CHECKED_VERSION,
    check: { mode: "planned", firstSide: 0, legAfter: 2 },
  });
}

/** The settings page with some of everything on it: history, notes, doses of one's own. */
async function pageIn(
  locale: string,
  {
    records = [...daily(2), answered(MONDAY + 2 * DAY)],
    ...options
  }: WearerOptions & { records?: SessionRecord[] } = {},
): Promise<Wearer> {
  const made = await wearer({ companion: true, locale, ...options });
  const files = records.map(
    (one) => ["s-" + one.id, encodeCbor(packRecord(one))] as const,
  );
  made.world.importState({
    watch: { files: new Map(files), queue: [], inbox: [] },
  });
  made.watch.launch();
  made.waits(60);
  const { settings, settingsStorage } = made.world.phone;
  settings.open();
  settingsStorage.set("cobra.hold", "12.5", "settings");
  settingsStorage.set("plank.hold", "soon", "settings");
  settingsStorage.set("strong", "perhaps", "settings");
  settingsStorage.set("import", "RC9", "settings");
  made.waits(1);
  return openAll(made);
}

/** At six in the evening where the runner is. */
const EVENING = [answered(Date.UTC(2026, 2, 4, 17) / 1000)];

/** No date of the page can be read as another, and each hour is as the phone's clock says it. */
function expectDates(text: string, locale: string, hour: RegExp): void {
  const month = messages("settings", locale).get("month-mar")!;
  const day = text
    .split("\n")
    .find((line) => line.includes(month) && line.includes("2026"))!;
  expect(day).toMatch(hour);
  expect(text).not.toMatch(/\d{4} ?[./-] ?\d|\d ?[./-] ?\d{4}/);
}

test.each(LOCALES)(
  "the settings page in %s says words, not keys, and dates that cannot be read as others",
  async (locale) => {
    const { world, faults } = await pageIn(locale, {
      clockDisplay: "24h",
      records: EVENING,
    });
    const text = pageText(world);
    expectDates(text, locale, /18[:.]00/);
    expect(text).not.toMatch(/%\d|undefined|NaN/);
    const keys = [...messages("settings", locale).keys()];
    const words = text.split(/[^\w-]+/);
    expect(
      keys.filter((key) => key.includes("-") && words.includes(key)),
    ).toEqual([]);
    expect(text).toContain(messages("settings", locale).get("import-newer"));
    expect(text).toContain(messages("settings", locale).get("answers-help"));
    expect(faults).toEqual([]);
  },
);

test.each([
  ["en-US", "3 × 12.5 s", "Wed, Mar 4, 2026, 08:00 · 17 min"],
  ["de-DE", "3 × 12,5 s", "Mi., 4. März 2026, 08:00 · 17 min"],
  ["ja-JP", "3 × 12.5秒", "2026年3月4日(水) 08:00 · 17分"],
  ["ko-KR", "3 × 12.5초", "2026년 3월 4일 (수) 08:00 · 17분"],
])("%s has its own decimal mark and dates", async (locale, dose, day) => {
  const text = pageText((await pageIn(locale)).world);
  expect(text).toContain(dose);
  expect(text).toContain(day);
});

test.each(LOCALES)(
  "no date in %s can be read as another where the phone has twelve hours",
  async (locale) => {
    const made = await pageIn(locale, {
      clockDisplay: "12h",
      records: EVENING,
    });
    expectDates(pageText(made.world), locale, /(?<!\d)6[:.]00/);
  },
);

test("what could not be used is named as the page names it", async () => {
  const text = pageText((await pageIn("de-DE")).world);
  expect(text).toContain(
    'Unterarmstütz: Halten, Sekunden: "soon" ist nicht verwendbar. Es gilt: 60.',
  );
  expect(text).toContain(
    'Stärkere Vibration: "perhaps" ist nicht verwendbar. Es gilt: aus.',
  );
});
