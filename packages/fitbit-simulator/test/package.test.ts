import { strToU8, unzipSync, zipSync } from "fflate";
import { openPackage, PackageError } from "../src/engine";
import { inlinePackageBytes } from "../src/testing/inline-package";

function refusal(bytes: Uint8Array): string {
  try {
    openPackage(bytes);
  } catch (error) {
    if (error instanceof PackageError) return error.message;
    throw error;
  }
  return "opened";
}

describe("opening a package", () => {
  test("gives its targets and permissions", () => {
    const pkg = openPackage(
      inlinePackageBytes({ permissions: ["access_exercise"] }),
    );
    expect(pkg.targets).toEqual(["atlas"]);
    expect(pkg.manifest.requestedPermissions).toEqual(["access_exercise"]);
    expect(pkg.watch("atlas").manifest).toMatchObject({
      main: "app/index.js",
      heapSize: 64,
      screen: { width: 336, height: 336 },
    });
  });

  test("for a watch it was not built for names those it was built for", () => {
    const pkg = openPackage(inlinePackageBytes({}));
    expect(() => pkg.watch("higgs")).toThrow(
      "the package has nothing for higgs, only for atlas",
    );
  });

  test("refuses what is no zip", () => {
    expect(refusal(strToU8("{}{}{}"))).toBe("the package is not a zip file");
    expect(refusal(new Uint8Array())).toBe("the package is empty or cut off");
  });

  test("refuses every truncation in words", () => {
    const bytes = inlinePackageBytes({});
    for (let length = 0; length < bytes.length; length += 7) {
      expect(refusal(bytes.slice(0, length))).toMatch(
        /empty or cut off|cut off or damaged/,
      );
    }
  });

  test("never crashes on a damaged byte", () => {
    const bytes = inlinePackageBytes({});
    for (let at = 0; at < bytes.length; at += 3) {
      const damaged = bytes.slice();
      damaged[at] = (damaged[at] ?? 0) ^ 0x55;
      expect(typeof refusal(damaged)).toBe("string");
    }
  });

  test("refuses a zip of something else", () => {
    expect(refusal(zipSync({ "a.txt": strToU8("hello") }))).toBe(
      "the package has no manifest.json",
    );
  });

  test("refuses another SDK's manifest and one without a watch", () => {
    expect(refusal(inlinePackageBytes({ outer: { manifestVersion: 5 } }))).toBe(
      "manifest.json has manifestVersion 5, not 6: not a package of SDK 4 to 6",
    );
    expect(refusal(inlinePackageBytes({ outer: { components: {} } }))).toBe(
      "manifest.json names no watch component",
    );
    expect(
      refusal(inlinePackageBytes({ device: { apiVersion: "4.2.0" } })),
    ).toBe(
      "device-atlas.zip was built for device API 4.2.0; SDK 4 to 6 have 5 or newer",
    );
  });

  test("refuses a bundle without its main module or first view", () => {
    expect(refusal(inlinePackageBytes({ device: { main: "x.js" } }))).toBe(
      "device-atlas.zip lacks x.js",
    );
    expect(
      refusal(inlinePackageBytes({ device: { svgMain: "resources/x.view" } })),
    ).toBe("device-atlas.zip lacks resources/x.view");
  });

  test("refuses paths that lead outside", () => {
    const names = [
      "../evil",
      "/etc/passwd",
      "a/../../b",
      "a\\b",
      "C:/b",
      "a\0b",
    ];
    for (const name of names) {
      expect(refusal(zipSync({ [name]: strToU8("x") }))).toBe(
        `the package holds a file with a path that leads outside: ${JSON.stringify(name)}`,
      );
    }
  });

  test("refuses a zip bomb before unpacking it", () => {
    const bomb = zipSync({ "manifest.json": new Uint8Array(80 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(100_000);
    expect(refusal(bomb)).toBe("the package would unpack to more than 32 MB");
  });

  test("refuses a large file that holds next to nothing", () => {
    const bomb = zipSync({ a: new Uint8Array(2 * 1024 * 1024) });
    expect(refusal(bomb)).toBe(
      'the package: "a" would unpack to more than 100 times its size',
    );
    const small = inlinePackageBytes({ files: { a: "0".repeat(900_000) } });
    expect(refusal(small)).toBe("opened");
  });

  test("refuses thousands of entries", () => {
    const files = Object.fromEntries(
      Array.from({ length: 2001 }, (_, i) => [`f${i}`, new Uint8Array()]),
    );
    expect(refusal(zipSync(files))).toBe(
      "the package holds more than 2000 files",
    );
  });

  test("counts what is in the zips inside together with the package", () => {
    const files = Object.fromEntries(
      Array.from({ length: 17 }, (_, i) => [`f${i}`, "0".repeat(1_000_000)]),
    );
    const watch = {
      atlas: { filename: "device-atlas.zip" },
      vulcan: { filename: "device-vulcan.zip" },
    };
    const outer = unzipSync(
      inlinePackageBytes({ files, outer: { components: { watch } } }),
    );
    const bundle = zipSync(unzipSync(outer["device-atlas.zip"]!));
    const both = { "device-atlas.zip": bundle, "device-vulcan.zip": bundle };
    expect(refusal(zipSync({ ...outer, ...both }))).toBe(
      "device-vulcan.zip would unpack to more than 32 MB",
    );
  });

  test("refuses a damaged bundle of a further watch when it is chosen", () => {
    const watch = {
      atlas: { filename: "device-atlas.zip" },
      vulcan: { filename: "device-vulcan.zip" },
    };
    const outer = unzipSync(
      inlinePackageBytes({ outer: { components: { watch } } }),
    );
    const bundle = unzipSync(outer["device-atlas.zip"]!);
    const packed = zipSync({
      ...bundle,
      a: strToU8("0123456789".repeat(1000)),
    });
    // The last file's content: its head, and the list of files behind it, stay whole.
    const list = new DataView(packed.buffer).getUint32(packed.length - 6, true);
    const damaged = packed.map((byte, at) =>
      at >= list - 20 && at < list ? byte ^ 0xff : byte,
    );
    const pkg = openPackage(
      zipSync({ ...outer, "device-vulcan.zip": damaged }),
    );
    expect(pkg.watch("atlas").target).toBe("atlas");
    expect(() => pkg.watch("vulcan")).toThrow(
      /^device-vulcan.zip( is cut off or damaged|: .* the zip is damaged)$/,
    );
  });

  test("opens a bundle once, however many watches it is said to be for", () => {
    const watch = Object.fromEntries(
      Array.from({ length: 500 }, (_, i) => [
        `t${i}`,
        { filename: "device-atlas.zip" },
      ]),
    );
    const pkg = openPackage(
      inlinePackageBytes({
        files: { a: "0".repeat(900_000) },
        outer: { components: { watch } },
      }),
    );
    expect(pkg.targets).toHaveLength(100);
    expect(pkg.watch("t1").files).toBe(pkg.watch("t99").files);
  });

  test("leaves zips that no manifest names as they are", () => {
    const inside = zipSync({ "../evil": strToU8("x") });
    const pkg = openPackage(
      inlinePackageBytes({ files: { "resources/a.zip": inside } }),
    );
    expect(pkg.watch("atlas").files.get("resources/a.zip")).toEqual(inside);
  });

  test("refuses two files of one name", () => {
    const bytes = zipSync({ a: strToU8("1"), b: strToU8("2") });
    const twice = bytes.map((byte) => (byte === 0x62 ? 0x61 : byte));
    expect(refusal(twice)).toBe('the package holds "a" twice');
  });

  test("refuses a zip bomb that lies about its size", () => {
    const bomb = zipSync({ "manifest.json": new Uint8Array(80 * 1024 * 1024) });
    const view = new DataView(bomb.buffer);
    for (let at = 0; at + 4 < bomb.length; at++) {
      // Local header: size at 22; central directory: at 24.
      if (view.getUint32(at, true) === 0x04034b50)
        view.setUint32(at + 22, 10, true);
      if (view.getUint32(at, true) === 0x02014b50)
        view.setUint32(at + 24, 10, true);
    }
    expect(refusal(bomb)).toMatch(/damaged|JSON/);
  });
});
