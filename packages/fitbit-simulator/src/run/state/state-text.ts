import { quoted } from "../arguments";
import {
  parseJson,
  readBytes,
  readMoment,
  readObject,
  readSentFiles,
  readText,
  readTexts,
  StateFault,
} from "./read-parts";
import type { SentFile, StoredState } from "./stored-state";

/** The newest form of the text. */
const VERSION = 1;

function base64(data: Uint8Array): string {
  return Buffer.from(data).toString("base64");
}

function packed(files: readonly SentFile[]): object[] {
  return files.map(({ to, name, data }) => ({ to, name, data: base64(data) }));
}

/**
 * A state as the JSON that its folder holds: `phone.local` and `phone.settings` as they are, the
 * contents of `watch` and of the files in `queue` and `inbox` in base64.
 */
export function stateText(state: StoredState): string {
  const { app, wallMs, phone, watchFiles, queue, inbox } = state;
  const files = [...watchFiles].map(([name, data]) => [name, base64(data)]);
  const json = {
    version: VERSION,
    app,
    wallMs,
    phone,
    watch: Object.fromEntries(files) as Record<string, string>,
    queue: packed(queue),
    inbox: packed(inbox),
  };
  return JSON.stringify(json, undefined, 1) + "\n";
}

/** @throws StateFault when it is not what {@link stateText} makes */
export function parseState(text: string): StoredState {
  const json = readObject("what it holds", parseJson(text));
  const { version, app, phone, watch } = json;
  if (version !== VERSION) {
    throw new StateFault(
      Number(version) > VERSION
        ? `it has version ${Number(version)}, which is newer than this program: update it`
        : "it holds no state of a run",
    );
  }
  return {
    app: app === undefined ? undefined : readOwner(app),
    wallMs: readMoment("wallMs", json["wallMs"]),
    phone: phone === undefined ? undefined : readPhone(phone),
    watchFiles: new Map(
      Object.entries(readObject("watch", watch)).map(([name, data]) => [
        name,
        readBytes(`watch: ${quoted(name)}`, data),
      ]),
    ),
    queue: readSentFiles("queue", json["queue"]),
    inbox: readSentFiles("inbox", json["inbox"]),
  };
}

/** What of a damaged state can still be read: the names of such parts. */
export function readableParts(text: string): string[] {
  return ["phone", "watch", "queue", "inbox"].filter((part) => {
    try {
      const json = readObject("what it holds", parseJson(text));
      if (json[part] === undefined) return false;
      const alone = { version: VERSION, watch: {}, queue: [], inbox: [] };
      parseState(JSON.stringify({ ...alone, [part]: json[part] }));
      return true;
    } catch (error) {
      if (!(error instanceof StateFault)) throw error;
      return false;
    }
  });
}

function readOwner(value: unknown): NonNullable<StoredState["app"]> {
  const { id, name } = readObject("app", value);
  return { id: readText("app.id", id), name: readText("app.name", name) };
}

function readPhone(value: unknown): NonNullable<StoredState["phone"]> {
  const { local, settings } = readObject("phone", value);
  return {
    local: readTexts("phone.local", local),
    settings: readTexts("phone.settings", settings),
  };
}
