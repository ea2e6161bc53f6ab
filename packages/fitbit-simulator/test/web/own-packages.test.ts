import { inlinePackageBytes } from "../../src/testing";
import { OwnPackages } from "../../src/web/world/own-packages";

/** What is at each address. */
const FILES: Readonly<Record<string, Uint8Array>> = {
  "http://x/app.fba": inlinePackageBytes({}),
  "http://x/older.fba": inlinePackageBytes({ device: { name: "Older" } }),
  "http://x/foreign.fba": inlinePackageBytes({
    outer: { appId: "00000000-0000-4000-8000-000000000002" },
  }),
};

async function opened(): Promise<OwnPackages> {
  const others = [
    ["older", "mira", "higgs"],
    ["foreign", "meson"],
    ["gone", "gemini"],
  ].map(([name = "", ...targets]) => {
    return { address: `http://x/${name}.fba`, targets };
  });
  const own = new OwnPackages("http://x/app.fba", others, (address) =>
    FILES[address]
      ? Promise.resolve(FILES[address])
      : Promise.reject(new Error("404")),
  );
  await own.openFirst();
  return own;
}

/** The name of the app in the package for a model. */
async function nameFor(target: string): Promise<string | undefined> {
  const pkg = await (await opened()).openFor(target);
  return pkg?.watch("atlas").manifest.name;
}

test("the page's own app is for the models of all its packages", async () => {
  expect((await opened()).targets).toEqual([
    "atlas",
    "mira",
    "higgs",
    "meson",
    "gemini",
  ]);
});

test("a model opens the package that is for it", async () => {
  expect(await nameFor("atlas")).toBe("Test");
  expect(await nameFor("higgs")).toBe("Older");
  expect(await nameFor("hera")).toBeUndefined();
});

test("a package that is not there, or is another app's, is named", async () => {
  const own = await opened();
  await expect(own.openFor("gemini")).rejects.toThrow(
    "its package, gone.fba, is not there (404)",
  );
  await expect(own.openFor("meson")).rejects.toThrow(
    "its package, foreign.fba, is another app's",
  );
});
