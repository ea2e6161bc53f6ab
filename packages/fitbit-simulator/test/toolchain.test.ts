import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openPackage } from "../src/engine";
import { buildFixture } from "./support/fixture";
import { disposeWorlds, observe } from "../src/testing/world";

afterEach(disposeWorlds);

/** Line and column, counted from 1, of a text in a source of the clock face. */
function placeOf(file: string, text: string): string {
  const source = readFileSync(
    join(__dirname, "fixtures/clockface", file),
    "utf8",
  );
  const before = source.slice(0, source.indexOf(text)).split("\n");
  return `${file}:${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}

const epochMs = Date.UTC(2026, 10, 23, 7, 0, 0);

describe("a clock face as the official toolchain builds it", () => {
  test("ticks, and loads its chunk when touched", async () => {
    const pkg = openPackage(buildFixture("clockface"));
    expect(pkg.targets).toEqual(["atlas", "vulcan"]);
    const { world, of } = await observe(pkg, { epochMs, target: "vulcan" });
    world.watch.launch();
    world.run(1000);
    expect(world.watch.texts()).toMatchObject({ time: "07:00:01" });
    expect(world.watch.texts()["date"]).toBeUndefined();
    world.watch.tap("touch");
    world.run(2000);
    expect(world.watch.texts()).toMatchObject({
      time: "07:00:02",
      date: "Hello, today is 23.11.",
    });
    expect(of("exit")).toEqual([]);
    expect(of("missing")).toEqual([]);
  });

  test("speaks the wearer's language on watch and phone", async () => {
    const { world, logs } = await observe(
      openPackage(buildFixture("clockface")),
      {
        epochMs,
        locale: "de-DE",
      },
    );
    world.watch.launch();
    world.run(1000);
    world.watch.tap("touch");
    world.run(2000);
    expect(world.watch.texts()["date"]).toBe("Grüße, heute ist der 23.11.");
    expect(logs()).toEqual(["Grüße,"]);
    world.phone.settings.open();
    expect(world.phone.settings.texts()).toEqual(["Grüße,", "true"]);
  });

  test("runs as long as it is shown", async () => {
    const { world } = await observe(openPackage(buildFixture("clockface")));
    world.watch.launch();
    world.run(3_600_000);
    expect(world.watch.running).toBe(true);
    expect(world.watch.counters.textWrites).toBe(3601);
  });

  test("tells where in its TypeScript it logs", async () => {
    const pkg = openPackage(buildFixture("clockface"));
    const { world, of } = await observe(pkg, { epochMs, positions: true });
    world.watch.launch();
    world.run(1000);
    world.watch.tap("touch");
    world.run(2000);
    expect(of("log").map(({ from, at }) => [from, at])).toEqual([
      ["companion", placeOf("companion/index.ts", "console")],
    ]);
  });
});
