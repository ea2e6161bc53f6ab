import { currentEngine } from "../src/engine/vm/engine";
import type { SettingsNode } from "../src/engine/phone/settings-tree";
import { inlinePackage } from "../src/testing/inline-package";
import { disposeWorlds, observe, run } from "../src/testing/world";

afterEach(disposeWorlds);

const MB = 1024 * 1024;

/** Bytes of the memory that all programs share. */
function shared(): number {
  const memory = currentEngine()?.getWasmMemory() as
    { buffer: ArrayBufferLike } | undefined;
  return memory?.buffer.byteLength ?? 0;
}

/** Takes memory in few steps and holds it, whatever is thrown. */
const GREEDY = {
  "typed arrays": (size: number) => `held.push(new Uint8Array(${size}));`,
  "array buffers": (size: number) => `held.push(new ArrayBuffer(${size}));`,
  strings: (size: number) => `held.push(text(${size}).slice(i % 99));`,
};

function greedy(kind: keyof typeof GREEDY, size: number): string {
  return `var long = ""; function text(size) { while (long.length < size) long = (long + "x" + long).slice(0, size); return long; }
    var held = []; for (var i = 0; i < 1500; i++) { try { ${GREEDY[kind](size)} } catch (e) {} }`;
}

describe("what a program takes in few steps is limited as it is taken", () => {
  const kinds = Object.keys(GREEDY) as (keyof typeof GREEDY)[];

  test.each(kinds)("%s, by a companion", async (kind) => {
    const companion = greedy(kind, MB);
    const { world, of } = await observe(inlinePackage({ companion }));
    const before = shared();
    world.phone.launch();
    expect(of("exit")).toMatchObject([
      { from: "companion", reason: "out of memory" },
    ]);
    expect(shared() - before).toBeLessThan(90 * MB);
  });

  test.each(kinds)("%s, by a settings page", async (kind) => {
    const settings = greedy(kind, MB);
    const { world, of } = await observe(inlinePackage({ settings }));
    const before = shared();
    world.phone.settings.open();
    expect(of("exit")).toMatchObject([
      { from: "settings", reason: "out of memory" },
    ]);
    expect(shared() - before).toBeLessThan(90 * MB);
  });

  test.each(kinds)("%s, by a watch app", async (kind) => {
    const { of } = await run({ app: greedy(kind, 100_000) });
    const before = shared();
    await run({ app: greedy(kind, 100_000) });
    expect(of("exit")).toMatchObject([{ reason: "out of memory" }]);
    expect(shared() - before).toBeLessThan(20 * MB);
  });
});

/** What the settings page drew, and how it ended. */
async function opened(settings: string) {
  const observed = await observe(inlinePackage({ settings }));
  observed.world.phone.settings.open();
  return observed;
}

describe("a settings page that lies is ended alone, with a sentence", () => {
  const page = `registerSettingsPage(function () { return createComponent(Text, null, "x"); });`;
  const json = (text: string) =>
    `JSON.stringify = function () { return ${JSON.stringify(text)}; };`;
  const deep = `${"[".repeat(200)}${"]".repeat(200)}`;

  test.each([
    ["no JSON", "nonsense", /it cannot be read/],
    ["no list", "5", /no list of parts/],
    ["a part that is a number", "[5]", /a part is no component/],
    ["a component without props", '[{"component":"x"}]', /lacks its name/],
    [
      "a prop that only looks like a component",
      '[{"component":"Text","props":{"a":{"component":1,"children":2}},"children":[]}]',
      /lacks its name/,
    ],
    [
      "depth without end",
      `[{"component":"Text","props":{"a":${deep}},"children":[]}]`,
      /more than 64 levels/,
    ],
  ])("%s", async (_, text, why) => {
    const { world, of } = await opened(json(text) + page);
    expect(of("exit")).toMatchObject([
      { from: "settings", reason: "error", error: expect.stringMatching(why) },
    ]);
    expect(world.phone.settings.texts()).toEqual([]);
    world.run(1000);
  });

  test("in the answer of one of its functions", async () => {
    const { world, of } = await opened(
      `registerSettingsPage(function () { return createComponent(Button, { label: "go", onClick: function () { ${json("{")} return 1; } }); });`,
    );
    world.phone.settings.press("go");
    expect(of("exit")).toMatchObject([{ from: "settings", reason: "error" }]);
  });
});

describe("what a package shows is as much as a page can show", () => {
  const many = (count: number, entry: string) =>
    `(function () { var all = []; for (var i = 0; i < ${count}; i++) all.push(${entry}); return all; })()`;

  test("80,000 fields: some are shown, the rest is told", async () => {
    const { world, logs } = await opened(
      `registerSettingsPage(function () { return createComponent(Page, null, ${many(80_000, `createComponent(Text, null, "f" + i)`)}); });`,
    );
    expect(world.phone.settings.texts().length).toBeLessThan(3000);
    expect(logs()).toEqual([
      expect.stringMatching(/^\d+ parts of the page are left out/),
    ]);
  });

  test("5,000 options of one list", async () => {
    const { world, logs } = await opened(
      `registerSettingsPage(function () { return createComponent(Select, { options: ${many(5000, "{ name: String(i) }")} }); });`,
    );
    const [select] = world.phone.settings.tree!;
    const { options } = (select as SettingsNode).props;
    expect(options).toHaveLength(1000);
    expect(logs()).toEqual([
      "4000 parts of the page are left out: it has too many",
    ]);
  });

  test("permissions, names and languages", async () => {
    const pkg = inlinePackage({
      permissions: Array.from({ length: 1000 }, (_, i) => `p${i}`),
      device: {
        name: "n".repeat(1e6),
        i18n: Object.fromEntries(
          Array.from({ length: 500 }, (_, i) => [
            `l${i}`,
            { resources: "resources/x" },
          ]),
        ),
      },
    });
    expect(pkg.manifest.requestedPermissions).toHaveLength(100);
    const { manifest } = pkg.watch("atlas");
    expect(manifest.name).toHaveLength(101);
    expect(manifest.languages.size).toBe(100);
    const { logs } = await observe(pkg);
    expect(logs()).toEqual([
      "manifest: 900 permissions are left out: more than 100",
      "manifest: 400 languages are left out: more than 100",
    ]);
  });

  test("an error of 30 KB is cut", async () => {
    const { of } = await run({
      app: `throw new Error(new Array(30000).join("e"));`,
    });
    expect(of("exit")[0]!.error!.length).toBeLessThan(4010);
  });
});

test("a file named as no file can be is refused at sending", async () => {
  const { world, logs } = await observe(
    inlinePackage({
      companion: `["a/b", "..", ".", "con", "a:b"].forEach(function (name) {
        try { require("file-transfer").outbox.enqueue(name, new Uint8Array(1)).catch(function (e) { console.log(e.message); }); } catch (e) { console.log(e.message); }
      });`,
    }),
  );
  world.phone.launch();
  world.run(1000);
  expect(logs()).toEqual([
    "not a file an app can have: a/b",
    "not a file an app can have: ..",
    "not a file an app can have: .",
  ]);
});
