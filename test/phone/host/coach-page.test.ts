import { encodeCbor } from "fitbit-simulator";
import { disposeWorlds } from "fitbit-simulator/testing";
import { sessionId } from "../../../common/record";
import { Decision, LoneCheck, packLoneCheck } from "../../../common/wire/coach";
import { packRecord } from "../../../common/wire/record";
import { Told, noon, sessionOn, MORE } from "../../builders/coach";
import { type Wearer, wearer } from "../../support/host";
import { chooses, chosenIn, nodesOf, openAll, pageText } from "./phone";

afterEach(disposeWorlds);

/** Someone at level starter, half an hour after the last of these sessions. */
async function after(
  sessions: ReadonlyArray<readonly [day: number, told: Told]>,
  values: Record<string, string> = { level: "starter" },
  checks: readonly LoneCheck[] = [],
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
  const lone = checks.map(
    (one) => ["c-" + one.id, encodeCbor(packLoneCheck(one))] as const,
  );
  made.world.importState({
    watch: { files: new Map([...files, ...lone]), queue: [], inbox: [] },
  });
  made.watch.launch();
  made.waits(60);
  settings.open();
  return openAll(made);
}

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
  openAll(made);
  const text = pageText(made.world);
  expect(text).toContain(raise + " Taken back. · ");
  expect(text).toContain(
    "Hip raise: 2 × 10, hold 5 s → 2 × 8, hold 5 s | Your decision.",
  );
  expect(made.faults).toEqual([]);
});

it("says that an exercise is out, and which answer did it, also one that was corrected", async () => {
  const rest: LoneCheck = {
    ...{ id: sessionId(noon(1), 0.25), at: noon(1), offset: 0 },
    ...{ back: 8, leg: 0, decision: Decision.NotToday },
  };
  const made = await after(
    [
      [0, MORE],
      [2, MORE],
    ],
    { level: "starter" },
    [rest],
  );
  expect(pageText(made.world)).toContain(" | Answers without a session");
  expect(chosenIn(made, "Pain down a leg?")).toBe("No");
  chooses(made, "Back, 0 to 10", "3");
  made.waits(3);
  expect(chosenIn(made, "Back, 0 to 10")).toBe("3");
  made.world.phone.settings.press("Do it");
  made.waits(3);
  expect(chosenIn(made, "Leg after")).toBe("not answered");
  expect(chosenIn(made, "Back after, 0 to 10")).toBe("1");
  expect(pageText(made.world)).not.toContain("Where it hurt");
  expect(pageText(made.world)).not.toContain(" · After a run");
  expect(chosenIn(made, "Right after a run?")).toBe("No");
  chooses(made, "Right after a run?", "Yes");
  chooses(made, "Back after, 0 to 10", "4");
  chooses(made, "What hurt?", "Front plank");
  chooses(made, "Leg after", "Further down");
  made.waits(3);
  openAll(made);
  const text = pageText(made.world);
  expect(text).not.toContain("Prone cobra: out");
  expect(text).toContain("Front plank: out | The leg felt worse after it.");
  expect(text).toContain("It does not fit your corrected answer.");
  expect(chosenIn(made, "Leg after")).toBe("Further down");
  expect(chosenIn(made, "Right after a run?")).toBe("Yes");
  expect(text).toContain(" · After a run");
  expect(chosenIn(made, "Where it hurt")).toBe("It hurt my back");
  chooses(made, "Where it hurt", "It hurt my leg");
  chooses(made, "Leg after", "No, or the same");
  made.world.phone.settings.press("Take back: Hip raise");
  made.waits(3);
  expect(pageText(made.world)).toContain(
    "Hip raise: 2 × 10, hold 5 s → 2 × 8, hold 5 s | Your decision.",
  );
  expect(pageText(made.world)).toContain("Front plank: out");
  const { settingsStorage } = made.world.phone;
  settingsStorage.set("correct:zzz-0000:effort", "1", "settings");
  made.waits(1);
  expect(pageText(made.world)).toContain(
    "That session is not among the ten newest. No answer was changed.",
  );
  expect(made.faults).toEqual([]);
});

it("hides a reason to see somebody for 14 days at a tap, but not a leg that was numb", async () => {
  const worse: Told = { after: 3, check: { legAfter: 2 } };
  const made = await after([
    [0, worse],
    [2, worse],
    [4, { check: { legAfter: 3 } }],
  ]);
  const twice = "Your leg has been worse twice. Get it checked.";
  const numb = "get medical help now.";
  // Opened anew, the page has the sheet folded, which says it hidden or not.
  const reopened = () => {
    made.waits(3);
    made.world.phone.settings.close();
    made.world.phone.settings.open();
    return pageText(made.world);
  };
  expect(reopened()).toContain(twice);
  made.world.phone.settings.press("Hide for 14 days");
  const hidden = reopened();
  expect(hidden).not.toContain(twice);
  expect(hidden).not.toContain("Hide for 14 days");
  expect(hidden).toContain(numb);
  const { settingsStorage } = made.world.phone;
  const then = JSON.parse(settingsStorage.get("seeHidden")!) as object;
  const early = Object.entries(then).map(([rule, at]) => [
    rule,
    (at as number) - 14 * 86400,
  ]);
  const text = JSON.stringify(Object.fromEntries(early));
  settingsStorage.set("seeHidden", text, "settings");
  expect(reopened()).toContain(twice);
  expect(made.faults).toEqual([]);
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
  expect(chosenIn(made, "Doses")).toBe("suggest more");
  expect(chosenIn(made, "Questions on the watch")).toBe("all");
  chooses(made, "Doses", "change nothing");
  chooses(made, "Questions on the watch", "only the back");
  chooses(made, "After a run", "always lighter");
  made.waits(2);
  const text = pageText(made.world);
  expect(chosenIn(made, "Doses")).toBe("change nothing");
  expect(text).toContain("Doses stay. What hurts is left out all the same.");
  expect(chosenIn(made, "Questions on the watch")).toBe("only the back");
  expect(chosenIn(made, "After a run")).toBe("always lighter");
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

it("shows the back week by week, as a picture and in words, beside what changed", async () => {
  const sore: Told = { before: 3, after: 5, check: { legAfter: 2 } };
  const made = await after([
    [0, { before: 2, after: 2 }],
    [2, { before: 4, after: 4, check: { mode: "easy" } }],
    [8, { before: 6, postRun: true }],
    [9, sore],
  ]);
  const text = pageText(made.world);
  expect(text).toContain("14 days: 3 (answers: 3)");
  expect(text).toContain("Week of Sep 7: 2 of 3");
  expect(text).toContain("easy: 1 · back 2 (2–4, answers: 2)");
  expect(text).toContain("Week of Sep 14: 2 of 3");
  expect(text).toContain("back 3 (3–3, answers: 1) · after runs 6");
  expect(text).toContain("✕ Prone cobra");
  expect(text).not.toContain("Week of Aug 31");
  const icons = nodesOf(made.world.phone.settings.tree)
    .map(({ props }) => props["icon"])
    .filter((icon) => typeof icon === "string");
  const chart = icons
    .map(decodeURIComponent)
    .find((svg) => svg.includes(">10<"))!;
  expect(chart.match(/<circle/g)).toHaveLength(3);
  expect(made.faults).toEqual([]);
});

it("puts a reason to see somebody first on the page", async () => {
  const made = await after([[0, { check: { legAfter: 3 } }]]);
  const [, , first] = pageText(made.world).split("\n");
  expect(first).toBe(
    "A leg was numb or weak, or it was both legs: get medical help now.",
  );
});

it("has a sheet for a physio, in words, with the number of answers of each share", async () => {
  const made = await after(
    [
      [0, { before: 2, after: 5, check: { legAfter: 2 } }],
      [2, { before: 3, after: 3, exercises: ["plank"] }],
    ],
    { "h.wrist": "true" },
  );
  const text = pageText(made.world);
  expect(text).toContain("For a physical therapist");
  expect(text).toContain("From 2026-09-08 to 2026-09-10");
  expect(text).toContain("Rose by 2 or more: 1 of 2");
  expect(text).toMatch(
    /Prone cobra: out · 2026-09-08 · The leg felt worse after it\./,
  );
  const sheet = text.slice(text.indexOf("For a physical therapist"));
  expect(sheet).toContain("A wrist that hurts");
  expect(text).not.toContain("sheet-");
});
