import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import type { World } from "fitbit-simulator";
import { loadPhone, savePhone } from "../phone/state";

/**
 * What a run leaves behind, in a folder: `watch/` holds the app's files under
 * their own names, `phone/` its storages, `world.json` the clock and what was on
 * its way.
 */
const WATCH = "watch";
const WORLD = "world.json";

/** A file on its way, or arrived and not taken; base64 in `world.json`. */
interface Travelling<Data> {
  to: "watch" | "phone";
  name: string;
  data: Data;
}

interface Link<Data> {
  /** The wall clock in ms since 1970: the next run goes on from here. */
  wallMs?: number;
  queue: Travelling<Data>[];
  inbox: Travelling<Data>[];
}

function convert<A, B>(link: Link<A>, change: (data: A) => B): Link<B> {
  const changed = (file: Travelling<A>): Travelling<B> => ({
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

function loadLink(folder: string): Link<Uint8Array> {
  const file = join(folder, WORLD);
  if (!existsSync(file)) return { queue: [], inbox: [] };
  const stored = JSON.parse(readFileSync(file, "utf8")) as Link<string>;
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

/**
 * The wall clock at the end of the run before; undefined before the first.
 * Makes the folder when it is missing.
 */
export function wallClock(folder: string): number | undefined {
  mkdirSync(folder, { recursive: true });
  return loadLink(folder).wallMs;
}

/** Puts what a folder holds into a world that has not been launched yet. */
export function loadState(folder: string, world: World): void {
  const { queue, inbox } = loadLink(folder);
  const to = (end: string) => (file: { to: string }) => file.to === end;
  world.importState({
    watch: {
      files: loadFiles(join(folder, WATCH)),
      queue: queue.filter(to("phone")),
      inbox: inbox.filter(to("watch")),
    },
  });
  const { settings, local } = loadPhone(folder) ?? { settings: {}, local: {} };
  world.importState({
    phone: {
      settings,
      local,
      queue: queue.filter(to("watch")),
      inbox: inbox.filter(to("phone")),
    },
  });
}

/** Stores a world's state in a folder, in place of what was there. */
export function saveState(folder: string, world: World): void {
  const watch = world.exportState().watch;
  const phone = world.exportState().phone;
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
  const link: Link<Uint8Array> = {
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
