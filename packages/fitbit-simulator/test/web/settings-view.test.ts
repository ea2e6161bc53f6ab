import { inlinePackage } from "../../src/testing/inline-package";
import { disposeWorlds, observe } from "../../src/testing/world";
import type { Shown, Widget } from "../../src/web/world/protocol";
import { SettingsView } from "../../src/web/world/settings";

afterEach(disposeWorlds);

const MANY = `function many(count, make) { var all = []; for (var i = 0; i < count; i++) all.push(make(i)); return all; }`;

/** What the page shows of a settings page that draws this. */
async function shown(page: string) {
  const settings = `${MANY} registerSettingsPage(function (props) { return createComponent(Page, null, ${page}); });`;
  const { world } = await observe(inlinePackage({ settings }));
  const view = new SettingsView(world);
  world.phone.settings.open();
  world.run(1000);
  return { world, view, nodes: view.take()! };
}

function widgets(nodes: readonly Shown[]): Widget[] {
  return nodes
    .filter((node) => typeof node !== "string")
    .flatMap((node) => [
      node,
      ...widgets(node.children),
      ...widgets(Object.values(node.parts).flat()),
      ...widgets((node.items ?? []).flat()),
    ]);
}

const OPTIONS = `{ options: many(1000, function (i) { return { name: "o" + i }; }) }`;

describe("a settings page of more than a browser can show", () => {
  test("a hundred lists of a thousand options: the first are there, the rest is told", async () => {
    const { nodes } = await shown(
      `many(100, function () { return createComponent(Select, ${OPTIONS}); })`,
    );
    const all = widgets(nodes);
    const options = all.flatMap(({ props }) => props["options"] ?? []);
    expect(options.length + all.length).toBeLessThanOrEqual(3000);
    expect(all[1]!.props["options"]).toHaveLength(1000);
    expect(nodes.at(-1)).toMatch(
      /^Left out, because the page has too many: \d+ parts\.$/,
    );
  });

  test("options that are drawn one by one with hundreds of parts", async () => {
    const { nodes } = await shown(
      `many(40, function () { return createComponent(Select, Object.assign({ renderItem: function () {
        return createComponent(Section, null, many(500, function (i) { return createComponent(Text, null, "p" + i); })); } }, ${OPTIONS})); })`,
    );
    expect(widgets(nodes).length).toBeLessThanOrEqual(3000);
  });

  test("one stored list of 300,000 items that is shown twice", async () => {
    const { nodes } = await shown(
      `(props.settings.all || props.settingsStorage.setItem("all", JSON.stringify(many(300000, function () { return 1; }))),
        many(2, function () { return createComponent(AdditiveList, { settingsKey: "all" }); }))`,
    );
    const lists = widgets(nodes).filter((one) => one.listed !== undefined);
    const listed = lists.map((one) => one.listed!);
    expect(listed.reduce((sum, one) => sum + one, 0)).toBeLessThan(3000);
    // Whole, so that an item can be added without losing another.
    expect(JSON.parse(lists[0]!.stored!)).toHaveLength(300_000);
  });

  test("texts of megabytes, in titles as well", async () => {
    const { nodes } = await shown(
      `many(50, function () { return createComponent(Section, { title: new Array(100001).join("x") }, createComponent(Text, null, new Array(50001).join("y"))); })`,
    );
    const text = JSON.stringify(nodes);
    expect(text.length).toBeLessThan(400_000);
    expect(text).toContain("xx…");
  });

  test("a page of a few thousand characters is shown as it is", async () => {
    const { nodes } = await shown(
      `many(100, function (i) { return createComponent(Text, null, "line " + i); })`,
    );
    expect(widgets(nodes)).toHaveLength(101);
    expect(JSON.stringify(nodes)).not.toContain("Left out");
  });
});

test("a file in a link is never cut", async () => {
  const { nodes } = await shown(
    `createComponent(Link, { source: "data:text/plain," + new Array(50001).join("z") }, "file")`,
  );
  const link = widgets(nodes).find((one) => one.component === "Link")!;
  expect(link.props["source"]).toHaveLength(50_016);
});

test("an option that is cut off where it is shown is stored whole", async () => {
  const { nodes, view, world } = await shown(
    `createComponent(Select, { settingsKey: "s", options: [{ name: new Array(20001).join("n") }] })`,
  );
  const select = widgets(nodes).find((one) => one.component === "Select")!;
  expect(JSON.stringify(select.props["options"]).length).toBeLessThan(11_000);
  view.use(select.place, [0]);
  expect(world.phone.settingsStorage.get("s")!.length).toBeGreaterThan(20_000);
});
