import { toJson } from "../../../phone/history/export";
import { DyingProcess } from "../../../verification/builders/storage";
import { CompanionWorld, daily } from "./companion-world";

const RECORDS = daily(4);
const { id } = RECORDS[1]!;

/** A phone with four sessions, its companion ended. */
async function withSessions(): Promise<CompanionWorld> {
  const world = new CompanionWorld();
  world.sessions(RECORDS);
  await world.launch();
  return world;
}

describe("a request of the page, wherever the companion dies at it", () => {
  it("deletes the session once the companion runs again", async () => {
    for (let dieAfter = 0; dieAfter < 12; dieAfter++) {
      const world = await withSessions();
      world.settings.setItem("change", "delete " + id);
      await world.launch(true, new DyingProcess(dieAfter));
      await world.launch();
      expect(world.stored()).not.toContain(id);
      expect(world.summary()).toMatchObject({
        totals: { sessions: 3 },
        deleted: [{ record: { id } }],
      });
      expect(world.settings.getItem("change")).toBeNull();
    }
  });

  it("takes an export in once", async () => {
    const text = toJson(
      RECORDS.map((one) => ({ kind: "session", record: one })),
    );
    for (let dieAfter = 0; dieAfter < 24; dieAfter++) {
      const world = new CompanionWorld();
      world.settings.setItem("restore", JSON.stringify({ name: text }));
      await world.launch(true, new DyingProcess(dieAfter));
      await world.launch();
      expect(world.stored()).toEqual(RECORDS.map((one) => one.id).sort());
      expect(world.summary().totals.sessions).toBe(4);
      expect(world.settings.getItem("restore")).toBeNull();
    }
  });
});

it("what was deleted a week ago can no longer be taken back", async () => {
  const world = await withSessions();
  world.settings.setItem("change", "delete " + id);
  await world.launch();
  expect(world.local.getItem("deleted")).toContain(id);
  world.seconds += 7 * 86400;
  await world.launch();
  expect(world.summary().deleted).toEqual([]);
  expect(world.local.getItem("deleted")).toBeNull();
});

it("a request that is none is forgotten, and changes nothing", async () => {
  const requests = ["", "delete", "delete ../x", "burn " + id, "undo " + id];
  for (const request of requests) {
    const world = await withSessions();
    world.settings.setItem("change", request);
    await world.launch();
    expect(world.stored()).toHaveLength(4);
    expect(world.settings.getItem("change") || "").toBe("");
  }
});
