import { fileNameFault } from "../../file-name";
import {
  asBytes,
  asNumber,
  asText,
  lasting,
  type Operations,
} from "../../context";
import {
  decodeCbor,
  encodeCbor,
  packValue,
  unpackValue,
} from "../../vm/packed";
import { GuestError } from "../../vm/sandbox";
import type { WatchBundle } from "../../package/open";
import type { Disk } from "../disk";

interface Handle {
  readonly name: string;
  readonly readable: boolean;
  readonly writable: boolean;
  /** Writes go to the end, wherever the position is. */
  readonly appends: boolean;
  position: number;
}

const HOME = "/private/data/";
const ASSETS = "/mnt/assets/";

/** What `fs` needs of the watch. */
export interface FsContext {
  /** The app's own files. */
  readonly disk: Disk;
  /** The files of the package. */
  readonly bundle: WatchBundle;
}

/** The operations of `fs`. */
export function fsOperations({ disk, bundle }: FsContext): Operations {
  const handles = new Map<number, Handle>();
  let lastHandle = 2;

  const read = (path: string): Uint8Array => {
    const asset = assetName(path);
    if (asset === undefined) return disk.read(fileName(path));
    const bytes = bundle.files.get(asset);
    if (bytes === undefined) throw new GuestError(`no such file: ${path}`);
    return bytes;
  };
  const handle = (fd: unknown): Handle => {
    const found = typeof fd === "number" ? handles.get(fd) : undefined;
    if (found === undefined) {
      throw new GuestError(`bad file descriptor ${String(fd)}`);
    }
    return found;
  };

  return {
    "fs.exists": (path) => {
      const name = asText(path);
      const asset = assetName(name);
      return asset === undefined
        ? disk.files.has(fileName(name))
        : bundle.files.has(asset);
    },
    "fs.read": (path) => read(asText(path)),
    "fs.readText": (path, encoding) => {
      const bytes = read(asText(path));
      return encoding === "ascii" ? fromAscii(bytes) : fromUtf8(bytes);
    },
    "fs.readCbor": (path) => {
      try {
        return packValue(decodeCbor(read(asText(path))));
      } catch (error) {
        if (error instanceof GuestError) throw error;
        throw new GuestError(`${asText(path)} is not valid CBOR`);
      }
    },
    "fs.write": lasting((path, data) =>
      disk.write(fileName(asText(path)), asBytes(data)),
    ),
    "fs.writeText": lasting((path, text) =>
      disk.write(
        fileName(asText(path)),
        new TextEncoder().encode(asText(text)),
      ),
    ),
    "fs.writeCbor": lasting((path, packed) =>
      disk.write(
        fileName(asText(path)),
        encodeCbor(unpackValue(asText(packed))),
      ),
    ),
    "fs.rename": lasting((from, to) =>
      disk.rename(fileName(asText(from)), fileName(asText(to))),
    ),
    "fs.unlink": lasting((path) => disk.unlink(fileName(asText(path)))),
    "fs.stat": (path) => {
      const name = asText(path);
      const size = read(name).length;
      // The package's own files are as old as the epoch.
      const changedMs =
        assetName(name) === undefined ? disk.modifiedMs(fileName(name)) : 0;
      return `${size},${changedMs}`;
    },
    "fs.list": (path) => {
      const folder = `${asText(path)}/`.replace(/\/{2,}/g, "/");
      const inside = `${folder}x`.startsWith(ASSETS)
        ? filesIn([...bundle.files.keys()], folder.slice(ASSETS.length))
        : [];
      if (inside.length > 0) return JSON.stringify(inside);
      if (folder !== HOME && folder !== "./" && folder !== "/") {
        throw new GuestError(`no such directory: ${asText(path)}`);
      }
      return JSON.stringify([...disk.files.keys()]);
    },
    "fs.open": lasting((path, flags) => {
      const mode = asText(flags);
      if (!/^(r|r\+|w|w\+|a|a\+)$/.test(mode)) {
        throw new GuestError(`unknown flags ${mode}`);
      }
      const asset = assetName(asText(path));
      const name = asset === undefined ? fileName(asText(path)) : asText(path);
      if (asset !== undefined) {
        if (mode !== "r") throw new GuestError(`${name} is for reading alone`);
        read(name);
      } else if (mode.startsWith("w")) disk.write(name, new Uint8Array());
      else if (mode.startsWith("a") && !disk.files.has(name)) {
        disk.write(name, new Uint8Array());
      } else disk.read(name);
      lastHandle += 1;
      handles.set(lastHandle, {
        name,
        readable: mode.startsWith("r") || mode.endsWith("+"),
        writable: mode !== "r",
        appends: mode.startsWith("a"),
        position: 0,
      });
      return lastHandle;
    }),
    "fs.close": (fd) => {
      handle(fd);
      handles.delete(asNumber(fd));
    },
    "fs.writeAt": lasting((fd, data, position) => {
      const to = handle(fd);
      if (!to.writable) throw new GuestError(`${to.name} is open for reading`);
      const bytes = asBytes(data);
      const size = disk.read(to.name).length;
      const given = typeof position === "number" ? position : to.position;
      const at = to.appends ? size : given;
      disk.writeAt(to.name, at, bytes);
      if (typeof position !== "number") to.position = at + bytes.length;
      return bytes.length;
    }),
    "fs.readAt": (fd, length, position) => {
      const from = handle(fd);
      if (!from.readable) {
        throw new GuestError(`${from.name} is open for writing`);
      }
      const at = typeof position === "number" ? position : from.position;
      const bytes = read(from.name).slice(at, at + asNumber(length));
      if (typeof position !== "number") from.position = at + bytes.length;
      return bytes;
    },
  };
}

/** The name of a file of the package; undefined when the path leads elsewhere. */
function assetName(path: string): string | undefined {
  const tidy = path.replace(/\/{2,}/g, "/").replace(/^\.\//, "");
  if (tidy.startsWith("resources/")) return tidy;
  return tidy.startsWith(ASSETS) ? tidy.slice(ASSETS.length) : undefined;
}

/** The names directly in a folder of the package. */
function filesIn(paths: readonly string[], folder: string): string[] {
  const names = paths
    .filter((path) => path.startsWith(folder))
    .map((path) => path.slice(folder.length).split("/")[0] ?? "");
  return [...new Set(names)];
}

/** A name inside the app's own folder. @throws GuestError when it leads elsewhere */
export function fileName(path: string): string {
  const tidy = path.replace(/\/{2,}/g, "/");
  const name = tidy.startsWith(HOME) ? tidy.slice(HOME.length) : tidy;
  const fault = fileNameFault(name, path);
  if (fault !== undefined) throw new GuestError(fault);
  return name;
}

function fromUtf8(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function fromAscii(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte & 0x7f);
  return text;
}
