import { packRecord } from "../../common/wire/record";
import { encodeCbor } from "fitbit-simulator";
import { daily, pageText } from "../phone/host/phone";
import { type Wearer, wearer } from "../support/host";
import { disposeWorlds } from "fitbit-simulator/testing";
import { LOCALES, messages } from "./po";

afterEach(disposeWorlds);

/** The settings page with some of everything on it: history, notes, doses of one's own. */
async function pageIn(locale: string): Promise<Wearer> {
  const made = await wearer({ companion: true, locale });
  const files = daily(3).map(
    (one) => ["s-" + one.id, encodeCbor(packRecord(one))] as const,
  );
  made.world.importState({
    watch: { files: new Map(files), queue: [], inbox: [] },
  });
  made.watch.launch();
  made.waits(60);
  const { settings, settingsStorage } = made.world.phone;
  settings.open();
  settingsStorage.set("lift", "2.5", "settings");
  settingsStorage.set("plank.hold", "soon", "settings");
  settingsStorage.set("strong", "perhaps", "settings");
  settingsStorage.set("import", "RC9", "settings");
  made.waits(1);
  return made;
}

test.each(LOCALES)(
  "the settings page in %s says words, not keys",
  async (locale) => {
    const { world, faults } = await pageIn(locale);
    const text = pageText(world);
    expect(text).not.toMatch(/%\d|undefined|NaN/);
    const keys = [...messages("settings", locale).keys()];
    const words = text.split(/[^\w-]+/);
    expect(
      keys.filter((key) => key.includes("-") && words.includes(key)),
    ).toEqual([]);
    expect(text).toContain(messages("settings", locale).get("import-newer"));
    expect(faults).toEqual([]);
  },
);

test.each([
  ["en-US", "Way up of a rep, seconds: 2.5", "03/04/2026, 8:00 AM · 17 min"],
  ["de-DE", "Aufwärtsbewegung, Sekunden: 2,5", "04.03.2026, 08:00 · 17 min"],
  ["ja-JP", "1回の上げ（秒）：2.5", "2026/03/04 08:00 · 17分"],
  ["ko-KR", "한 회 올리기(초): 2.5", "2026. 03. 04. 오전 8:00 · 17분"],
])("%s has its own decimal mark and dates", async (locale, pace, day) => {
  const text = pageText((await pageIn(locale)).world);
  expect(text).toContain(pace);
  expect(text).toContain(day);
});

test("what could not be used is named as the page names it", async () => {
  const text = pageText((await pageIn("de-DE")).world);
  expect(text).toContain(
    'Unterarmstütz: Halten, Sekunden: "soon" ist nicht verwendbar. Es gilt: 60.',
  );
  expect(text).toContain(
    'Stärkere Vibration: "perhaps" ist nicht verwendbar. Es gilt: aus.',
  );
});
