import {
  existsSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
} from "node:fs";
import { join } from "node:path";
import {
  parseJson,
  readMoment,
  readObject,
  readSentFiles,
  readTexts,
  StateFault,
} from "./read-parts";
import { NO_STATE, type StoredState } from "./stored-state";

/**
 * State folders as they were before 0.1.0: `watch/` the app's files under their own names, `phone/`
 * its storages, `world.json` the clock and the files between watch and phone. Each was written in
 * place, so a run that died then may have left a part of them.
 */
const WATCH = "watch";
const PHONE = "phone";
const WORLD = "world.json";
const LOCAL = join(PHONE, "local-storage.json");
const SETTINGS = join(PHONE, "settings.json");

/** The files of another folder of these names are left alone. */
function isEarlier(folder: string): boolean {
  return [WORLD, LOCAL, SETTINGS].some((name) =>
    existsSync(join(folder, name)),
  );
}

/**
 * What an earlier folder holds; undefined when it is none.
 * @throws StateFault that names the damaged file and what is whole
 */
export function readEarlierFolder(folder: string): StoredState | undefined {
  if (!isEarlier(folder)) return undefined;
  const faults: string[] = [];
  const whole: string[] = [];
  const part = <T>(name: string, what: string, absent: T, read: () => T): T => {
    if (!existsSync(join(folder, name))) return absent;
    try {
      const found = read();
      whole.push(`${name} (${what})`);
      return found;
    } catch (error) {
      if (!(error instanceof StateFault)) throw error;
      faults.push(`${name} (${what}): ${error.message}`);
      return absent;
    }
  };
  const json = (name: string): unknown =>
    parseJson(readFileSync(join(folder, name), "utf8"));
  const texts = (name: string, what: string) =>
    part(name, what, {}, () => readTexts("what it holds", json(name)));
  const link = part(WORLD, "clock and link", NO_STATE, () => {
    const held = readObject("what it holds", json(WORLD));
    return {
      ...NO_STATE,
      wallMs: readMoment("wallMs", held["wallMs"]),
      queue: readSentFiles("queue", held["queue"]),
      inbox: readSentFiles("inbox", held["inbox"]),
    };
  });
  const phone = {
    local: texts(LOCAL, "the phone's history"),
    settings: texts(SETTINGS, "the settings"),
  };
  const watchFiles = part(WATCH, "the watch's files", new Map(), () =>
    filesOf(join(folder, WATCH)),
  );
  if (faults.length > 0) {
    const rest = whole.length > 0 ? `; whole: ${whole.join(", ")}` : "";
    throw new StateFault(
      `${faults.join("; ")}${rest}. Nothing was changed; move the damaged file away to go on without it`,
    );
  }
  const hasPhone =
    existsSync(join(folder, LOCAL)) || existsSync(join(folder, SETTINGS));
  return { ...link, phone: hasPhone ? phone : undefined, watchFiles };
}

function namesOf(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
}

function filesOf(folder: string): Map<string, Uint8Array> {
  return new Map(
    namesOf(folder).map((name) => [
      name,
      new Uint8Array(readFileSync(join(folder, name))),
    ]),
  );
}

/** Removes what {@link readEarlierFolder} has read, once it is stored elsewhere. */
export function removeEarlierFolder(folder: string): void {
  if (!isEarlier(folder)) return;
  const watchFiles = namesOf(join(folder, WATCH)).map((n) => join(WATCH, n));
  for (const name of [...watchFiles, LOCAL, SETTINGS]) {
    rmSync(join(folder, name), { force: true });
  }
  for (const name of [WATCH, PHONE]) removeIfEmpty(join(folder, name));
  // The last one: as long as it is there, the rest is known to be of an earlier folder.
  rmSync(join(folder, WORLD), { force: true });
}

function removeIfEmpty(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length === 0) rmdirSync(folder);
}
