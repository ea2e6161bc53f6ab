import dgram from "node:dgram";
import dns from "node:dns";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import net from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { type FoundWatch, findWatches, WatchFailure } from "../src/bridge";
import { accessText, missingUsbText } from "../src/bridge/usb-advice";
import { watchCommand } from "../src/bridge/watch-command";
import { ArgumentError } from "../src/run";
import { inlinePackageBytes } from "../src/testing";
import { SOURCES } from "../tools/folders";
import { OfficialWatch, type WatchTraits } from "./support/official-watch";
import { wire } from "./support/wire";

const UUID = "00000000-0000-4000-8000-000000000001";
const sockets = [
  jest.spyOn(net.Socket.prototype, "connect"),
  jest.spyOn(net.Server.prototype, "listen"),
  jest.spyOn(dgram.Socket.prototype, "send"),
  jest.spyOn(dns, "lookup"),
];
const folder = mkdtempSync(join(tmpdir(), "watch-command-"));
const fba = join(folder, "a.fba");
writeFileSync(
  fba,
  inlinePackageBytes({
    device: { uuid: UUID },
    outer: {
      components: { watch: { hera: { filename: "device-atlas.zip" } } },
    },
  }),
);
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  jest.useFakeTimers({
    // The libraries leave timers behind, which are over with the test.
    advanceTimers: true,
    doNotFake: ["setImmediate", "nextTick", "queueMicrotask"],
  });
});
afterEach(() => jest.useRealTimers());

/** What `watch` with these arguments prints, notes and exits with. */
async function ran(
  args: string[],
  find: () => Promise<FoundWatch[]>,
  stop = new AbortController(),
) {
  const printed: string[] = [];
  const noted: string[] = [];
  const code = await watchCommand(args, stop.signal, {
    find,
    print: (line) => printed.push(line),
    note: (line) => {
      noted.push(line);
      if (line.startsWith("listening")) {
        setImmediate(() => stop.abort({ code: 130 }));
      }
    },
  });
  return { code, printed, noted };
}

function watches(...official: OfficialWatch[]) {
  return () =>
    Promise.resolve(
      official.map((one, at) => ({
        name: `Watch ${at}`,
        open: () => {
          const cable = wire(() => 0.5);
          void one.answer(cable.watch);
          return Promise.resolve(cable.computer);
        },
      })),
    );
}

const versa = (traits?: WatchTraits) => watches(new OfficialWatch(traits));

test("installs, tells how far it is, and says when there is nothing to do", async () => {
  const find = versa();
  const first = await ran(["install", fba], find);
  expect(first.code).toBe(0);
  expect(first.printed).toEqual([
    expect.stringMatching(/^Versa 4 60\.1\.2\.3: installed \(\d+ bytes\)$/),
  ]);
  expect(first.noted.at(-1)).toMatch(/^100 % \((\d+) of \1 bytes\)$/);
  expect((await ran(["install", fba], find)).printed[0]).toMatch(
    /there already/,
  );
});

test("lists, launches, takes a picture, shows what the watch says of itself", async () => {
  const official = new OfficialWatch({ hostId: "F00DFACE12345678" });
  const find = watches(official);
  expect((await ran(["list"], find)).printed).toEqual(["1 Watch 0"]);
  expect((await ran(["launch", fba], find)).printed).toEqual([
    "Versa 4 60.1.2.3: launched",
  ]);
  expect(official.launched).toEqual([UUID]);
  const png = join(folder, "a.png");
  expect((await ran(["screenshot", png], find)).code).toBe(0);
  expect(readFileSync(png).subarray(1, 4).toString()).toBe("PNG");
  const told = (await ran(["doctor"], find)).printed.join("\n");
  expect(JSON.parse(told)).toMatchObject({ device: "Versa 4 60.1.2.3" });
  expect(told).not.toMatch(/F00D/);
});

test("the log ends with the command, as a shell has it", async () => {
  expect((await ran(["log"], versa())).code).toBe(130);
});

test.each<[string, string[], WatchTraits, number, RegExp]>([
  ["another model", ["install", fba], { family: "atlas" }, 5, /is for Versa 4/],
  [
    "an older system",
    ["install", fba],
    { maxApi: "5.0.0" },
    5,
    /needs device API/,
  ],
  [
    "a watch that refuses",
    ["install", fba],
    { refuses: "no room" },
    5,
    /no room/,
  ],
])("one line and its exit code: %s", async (_, args, traits, code, line) => {
  const { code: was, noted, printed } = await ran(args, versa(traits));
  expect([was, printed]).toEqual([code, []]);
  expect(noted.at(-1)).toMatch(line);
});

test("nothing is plugged in", async () => {
  const none = { getDeviceList: () => [], on: () => none };
  const find = () => findWatches(() => Promise.resolve(none));
  const { code, noted } = await ran(["list"], find);
  expect(code).toBe(3);
  expect(noted[0]).toMatch(/no watch is found on USB/);
});

test("a device that this user may not open: the rule, and where to put it", async () => {
  const device = {
    deviceDescriptor: { idVendor: 0x2687 },
    open() {
      throw new Error("LIBUSB_ERROR_ACCESS");
    },
  };
  const usb = { getDeviceList: () => [device] };
  const failure = await findWatches(() => Promise.resolve(usb)).catch(
    (error: unknown) => error as WatchFailure,
  );
  expect(failure).toBeInstanceOf(WatchFailure);
  const text = accessText("LIBUSB_ERROR_ACCESS", "linux");
  if (process.platform === "linux") {
    expect((failure as WatchFailure).message).toBe(text);
  }
  expect(text).toContain("/etc/udev/rules.d/70-fitbit.rules");
  expect(text).toContain('ATTRS{idVendor}=="2687"');
  expect(accessText("LIBUSB_ERROR_NOT_SUPPORTED", "win32")).toMatch(/Windows/);
});

test("without the package for USB it says how to get it", () => {
  expect(missingUsbText("Cannot find module 'usb'")).toMatch(/npm install usb/);
  const text = missingUsbText("libudev.so.1: cannot open shared object file");
  expect(text).toMatch(/apt install libudev1/);
});

test.each<[string[], RegExp]>([
  [[], /list .*install/s],
  [["walk"], /unknown command watch "walk"; known: list, install/],
  [["install"], /FILE\.fba is missing/],
  [["screenshot"], /FILE\.png is missing/],
  [["install", "a", "b"], /unexpected "b"/],
  [["install", __filename], /is no Fitbit package/],
  [["--watch", "3", "doctor"], /--watch is "3"; allowed: 1 to 1/],
])("arguments that make no sense: %j", async (args, message) => {
  const failure = await ran(args, versa()).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(ArgumentError);
  expect((failure as Error).message).toMatch(message);
});

test("of two watches one has to be named", async () => {
  const two = watches(new OfficialWatch(), new OfficialWatch());
  await expect(ran(["doctor"], two)).rejects.toThrow(
    /choose one .*--watch 1 to 2/,
  );
  expect((await ran(["doctor", "--watch", "2"], two)).code).toBe(0);
});

test("no login is part of it", () => {
  const { metafile } = buildSync({
    entryPoints: [join(SOURCES, "bridge/index.ts")],
    ...{ bundle: true, write: false, metafile: true },
    ...{ platform: "node", external: ["usb"], outdir: folder },
  });
  const files = Object.keys(metafile.inputs);
  expect(files.some((file) => file.includes("@fitbit/fdb-debugger"))).toBe(
    true,
  );
  const login = /sdk-cli|keytar|appauth|HostConnections|websocket|fetch/;
  expect(files.filter((file) => login.test(file))).toEqual([]);
});

// The last test: of all that the ones before did.
test("no socket was opened", () => {
  expect(sockets.map((one) => one.mock.calls)).toEqual(sockets.map(() => []));
});
