import { encodeCbor } from "fitbit-simulator";
import { disposeWorlds } from "fitbit-simulator/testing";
import { packRecord } from "../../../common/wire/record";
import { Told, noon, sessionOn } from "../../builders/coach";
import { type Wearer, wearer } from "../../support/host";
import { pageText } from "./phone";

afterEach(disposeWorlds);

/** Someone at level starter, half an hour after the last of these sessions. */
async function after(
  sessions: ReadonlyArray<readonly [day: number, told: Told]>,
  values: Record<string, string> = { level: "starter" },
): Promise<Wearer> {
  const [last] = sessions[sessions.length - 1]!;
  const epochMs = (noon(last) + 1800) * 1000;
  const made = await wearer({ companion: true, epochMs });
  const { settings, settingsStorage } = made.world.phone;
  for (const [key, value] of Object.entries(values))
    settingsStorage.set(key, value, "settings");
  made.waits(3);
  const records = sessions.map(([day, told]) => sessionOn(day, told));
  const files = records.map(
    (one) => ["s-" + one.id, encodeCbor(packRecord(one))] as const,
  );
  made.world.importState({
    watch: { files: new Map(files), queue: [], inbox: [] },
  });
  made.watch.launch();
  made.waits(60);
  settings.open();
  return made;
}

const MORE: Told = { check: { effort: 1 } };

it("suggests one raise with its reason, does it at a tap, and takes it back at another", async () => {
  const made = await after([
    [0, MORE],
    [2, MORE],
  ]);
  const { settings } = made.world.phone;
  const raise =
    "Hip raise: 2 × 8, hold 5 s → 2 × 10, hold 5 s | Done in full, you could do more, no worse after.";
  expect(pageText(made.world)).toContain(raise + " Waits for your tap. · ");
  settings.press("Do it");
  made.waits(3);
  expect(pageText(made.world)).toContain(raise + " · ");
  settings.press("Take the newest change back");
  made.waits(3);
  const text = pageText(made.world);
  expect(text).toContain(raise + " Taken back. · ");
  expect(text).toContain(
    "Hip raise: 2 × 10, hold 5 s → 2 × 8, hold 5 s | Your decision.",
  );
  expect(made.faults).toEqual([]);
});

it("says that an exercise is out, and which answer did it", async () => {
  const made = await after([[0, { after: 3, check: { legAfter: 2 } }]]);
  expect(pageText(made.world)).toContain(
    "Prone cobra: out | The leg felt worse after it.",
  );
});

it("lets the coach decide again about a dose of the runner's own", async () => {
  const made = await after([[0, {}]], {
    level: "starter",
    "plank.hold": "45",
    "plank.sets": "1",
  });
  const { settings, settingsStorage } = made.world.phone;
  expect(pageText(made.world)).toContain("1 × 45 s");
  settings.press("Let the coach decide again: Front plank");
  made.waits(3);
  expect(Number(settingsStorage.get("plank.step"))).toBeGreaterThan(1);
  expect(pageText(made.world)).not.toContain("Let the coach decide again");
});

it("offers what changes, what is asked and what a run changes, and tells what is in force", async () => {
  const made = await after([[0, {}]]);
  const { settings } = made.world.phone;
  expect(pageText(made.world)).toContain("Doses: suggest more");
  expect(pageText(made.world)).toContain("Questions on the watch: all");
  settings.use("coach", 2);
  settings.use("questions", 1);
  settings.use("afterRun", 1);
  made.waits(2);
  const text = pageText(made.world);
  expect(text).toContain("Doses: change nothing");
  expect(text).toContain("Doses stay. What hurts is left out all the same.");
  expect(text).toContain("Questions on the watch: only the back");
  expect(text).toContain("After a run: always lighter");
});

it("takes the default for a choice that cannot be used, and says so in words", async () => {
  const made = await after([[0, {}]], { questions: "7", coach: "always" });
  const text = pageText(made.world);
  expect(text).toContain(
    'Doses: "always" cannot be used. In force: suggest more.',
  );
  expect(text).toContain(
    'Questions on the watch: "7" cannot be used. In force: all.',
  );
});
