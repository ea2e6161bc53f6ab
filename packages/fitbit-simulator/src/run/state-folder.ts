import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import type { World } from "../engine";
import { ArgumentError } from "./arguments";
import { loadPhone, savePhone } from "./phone-storages";

/**
 * A state folder holds what a run leaves for the next one: `watch/` the app's files under their
 * own names, `phone/` its storages, `world.json` the clock and the files between watch and phone.
 */
const WATCH = "watch";
const WORLD = "world.json";

/** A file that is sent, or has arrived and is not read yet; base64 in `world.json`. */
interface SentFile<Data> {
  to: "watch" | "phone";
  name: string;
  data: Data;
}

/** The content of `world.json`. */
interface LinkState<Data> {
  /** The wall clock in ms since 1970: the next run goes on from here. */
  wallMs?: number;
  queue: SentFile<Data>[];
  inbox: SentFile<Data>[];
}

function convert<A, B>(
  link: LinkState<A>,
  change: (data: A) => B,
): LinkState<B> {
  const changed = (file: SentFile<A>): SentFile<B> => ({
    to: file.to,
    name: file.name,
    data: change(file.data),
  });
  return {
    ...link,
    queue: link.queue.map(changed),
    inbox: link.inbox.map(changed),
  };
}

function loadLink(folder: string): LinkState<Uint8Array> {
  const file = join(folder, WORLD);
  if (!existsSync(file)) return { queue: [], inbox: [] };
  const stored = JSON.parse(readFileSync(file, "utf8")) as LinkState<string>;
  if (!Array.isArray(stored?.queue) || !Array.isArray(stored.inbox)) {
    throw new Error(`"${file}" holds no state of a run`);
  }
  return convert(stored, (data) => new Uint8Array(Buffer.from(data, "base64")));
}

function loadFiles(folder: string): Map<string, Uint8Array> {
  if (!existsSync(folder)) return new Map();
  const read = (name: string): Uint8Array =>
    new Uint8Array(readFileSync(join(folder, name)));
  return new Map(readdirSync(folder).map((name) => [name, read(name)]));
}

/** What `read` gives; its error as one that names the folder. */
function fromFolder<T>(folder: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const why = (error as Error).message.split("\n")[0];
    throw new ArgumentError(`--state "${folder}": ${why}`);
  }
}

/**
 * The wall clock at the end of the run before, in ms since 1970; undefined before the first run.
 * Makes the folder when it is missing.
 * @throws ArgumentError when it is no folder, or holds something else
 */
export function wallClock(folder: string): number | undefined {
  return fromFolder(folder, () => {
    mkdirSync(folder, { recursive: true });
    return loadLink(folder).wallMs;
  });
}

/**
 * Puts what a folder holds into a world that has not been launched yet.
 * @throws ArgumentError when the folder holds something else
 */
export function loadState(folder: string, world: World): void {
  fromFolder(folder, () => {
    const { queue, inbox } = loadLink(folder);
    const to = (end: string) => (file: { to: string }) => file.to === end;
    const { settings, local } = loadPhone(folder) ?? {
      settings: {},
      local: {},
    };
    world.importState({
      watch: {
        files: loadFiles(join(folder, WATCH)),
        queue: queue.filter(to("phone")),
        inbox: inbox.filter(to("watch")),
      },
      phone: {
        settings,
        local,
        queue: queue.filter(to("watch")),
        inbox: inbox.filter(to("phone")),
      },
    });
  });
}

/** Writes a world's state into a folder, in place of what was there. */
export function saveState(folder: string, world: World): void {
  const { watch, phone } = world.exportState();
  const files = join(folder, WATCH);
  rmSync(files, { recursive: true, force: true });
  mkdirSync(files, { recursive: true });
  for (const [name, data] of watch.files) {
    writeFileSync(join(files, name), data);
  }
  savePhone(folder, {
    settings: { ...phone.settings },
    local: { ...phone.local },
  });
  const link: LinkState<Uint8Array> = {
    wallMs: world.wallMs,
    queue: [...watch.queue, ...phone.queue],
    inbox: [
      ...watch.inbox.map((file) => ({ to: "watch" as const, ...file })),
      ...phone.inbox.map((file) => ({ to: "phone" as const, ...file })),
    ],
  };
  const packed = convert(link, (data) => Buffer.from(data).toString("base64"));
  writeFileSync(join(folder, WORLD), JSON.stringify(packed));
}
