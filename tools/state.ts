import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import type { WatchState } from "../simulator/engine";

/**
 * What a run leaves behind, in a folder: `watch/` holds the app's files under
 * their own names, `link.json` what was on its way between watch and phone.
 */
const FILES = "watch";
const LINK = "link.json";

interface StoredFile {
  name: string;
  /** Base64. */
  data: string;
}

interface StoredLink {
  queue: Array<StoredFile & { to: "watch" | "phone" }>;
  inbox: StoredFile[];
}

function unpack(data: string): Uint8Array {
  return new Uint8Array(Buffer.from(data, "base64"));
}

/** Reads the watch's state from a folder; undefined when there is none yet. */
export function loadState(folder: string): WatchState | undefined {
  const files = join(folder, FILES);
  if (!existsSync(files)) return undefined;
  const stored = join(folder, LINK);
  const link = existsSync(stored)
    ? (JSON.parse(readFileSync(stored, "utf8")) as StoredLink)
    : { queue: [], inbox: [] };
  return {
    files: new Map(
      readdirSync(files).map((name) => [
        name,
        new Uint8Array(readFileSync(join(files, name))),
      ]),
    ),
    queue: link.queue.map(({ to, name, data }) => ({
      to,
      name,
      data: unpack(data),
    })),
    inbox: link.inbox.map(({ name, data }) => ({ name, data: unpack(data) })),
  };
}

/** Stores the watch's state in a folder, in place of what was there. */
export function saveState(folder: string, state: WatchState): void {
  const files = join(folder, FILES);
  rmSync(files, { recursive: true, force: true });
  mkdirSync(files, { recursive: true });
  for (const [name, data] of state.files)
    writeFileSync(join(files, name), data);
  const pack = (data: Uint8Array): string =>
    Buffer.from(data).toString("base64");
  const link: StoredLink = {
    queue: state.queue.map(({ to, name, data }) => ({
      to,
      name,
      data: pack(data),
    })),
    inbox: state.inbox.map(({ name, data }) => ({ name, data: pack(data) })),
  };
  writeFileSync(join(folder, LINK), JSON.stringify(link));
}
