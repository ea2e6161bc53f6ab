import type {
  ArrivedFile,
  Body,
  PhoneState,
  QueuedFile,
  WatchState,
} from "../../engine";
import { base64 } from "../../draw/base64";
import { restingBody } from "../../engine/watch/body";
import type { SavedState } from "./saved-state";

/** Why a file is no state; a sentence without its full stop. */
export class StateFileFault extends Error {}

const FORMAT = "fitbit-simulator state";
const VERSION = 1;

type Fields = Readonly<Record<string, unknown>>;

/** A state as a file that can be read again here or elsewhere. */
export function writeStateFile(saved: SavedState, appId: string): string {
  const { watch, phone, wallMs, near, body, setup } = saved;
  const file = {
    ...{ format: FORMAT, version: VERSION, appId, wallMs, near, body, setup },
    watch: {
      files: [...watch.files].map(([name, data]) => ({
        name,
        data: base64(data),
      })),
      queue: watch.queue.map(packed),
      inbox: watch.inbox.map(packed),
    },
    phone: {
      settings: phone.settings,
      local: phone.local,
      queue: phone.queue.map(packed),
      inbox: phone.inbox.map(packed),
    },
  };
  return `${JSON.stringify(file, null, 1)}\n`;
}

/**
 * The state in a file.
 * @throws StateFileFault when it is none, or is another app's
 */
export function readStateFile(text: string, appId: string): SavedState {
  const file = fieldsOf("it", parsed(text));
  if (file["format"] !== FORMAT) {
    throw new StateFileFault("it is no state that this page has saved");
  }
  if (file["version"] !== VERSION) {
    throw new StateFileFault(
      `it is of version ${String(file["version"])}; allowed: ${VERSION}`,
    );
  }
  if (file["appId"] !== appId) {
    throw new StateFileFault(`it is of another app, ${String(file["appId"])}`);
  }
  const watch = fieldsOf("watch", file["watch"]);
  const phone = fieldsOf("phone", file["phone"]);
  const setup = fieldsOf("setup", file["setup"]);
  const files = listOf("watch.files", watch["files"]).map(arrived);
  return {
    version: 1,
    watch: {
      files: new Map(files.map(({ name, data }) => [name, data])),
      queue: listOf("watch.queue", watch["queue"]).map(queued),
      inbox: listOf("watch.inbox", watch["inbox"]).map(arrived),
    } satisfies WatchState,
    phone: {
      settings: textsOf("phone.settings", phone["settings"]),
      local: textsOf("phone.local", phone["local"]),
      queue: listOf("phone.queue", phone["queue"]).map(queued),
      inbox: listOf("phone.inbox", phone["inbox"]).map(arrived),
    } satisfies PhoneState,
    wallMs: numberOf("wallMs", file["wallMs"]),
    near: file["near"] !== false,
    body: bodyOf(file["body"]),
    setup: {
      target: textOf("setup.target", setup["target"]),
      locale: textOf("setup.locale", setup["locale"]),
      refused: listOf("setup.refused", setup["refused"]).map((one) =>
        textOf("setup.refused", one),
      ),
    },
  };
}

function packed(file: ArrivedFile | QueuedFile): object {
  return { ...file, data: base64(file.data) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new StateFileFault("it is damaged, or no JSON");
  }
}

function wrong(where: string, needs: string): never {
  throw new StateFileFault(`${where} is not ${needs}`);
}

function fieldsOf(where: string, value: unknown): Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : wrong(where, "an object");
}

function listOf(where: string, value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : wrong(where, "a list");
}

function textOf(where: string, value: unknown): string {
  return typeof value === "string" ? value : wrong(where, "a text");
}

function numberOf(where: string, value: unknown): number {
  return typeof value === "number" && Number.isFinite(value)
    ? value
    : wrong(where, "a number");
}

function textsOf(where: string, value: unknown): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [key, text] of Object.entries(fieldsOf(where, value))) {
    texts[key] = textOf(`${where}: ${key}`, text);
  }
  return texts;
}

function bytesOf(where: string, value: unknown): Uint8Array {
  try {
    return Uint8Array.from(atob(textOf(where, value)), (one) =>
      one.charCodeAt(0),
    );
  } catch {
    return wrong(where, "base64");
  }
}

function arrived(value: unknown): ArrivedFile {
  const { name, data } = fieldsOf("a file", value);
  const named = textOf("a file's name", name);
  return { name: named, data: bytesOf(`the file ${named}`, data) };
}

function queued(value: unknown): QueuedFile {
  const { to } = fieldsOf("a file", value);
  if (to !== "watch" && to !== "phone") return wrong("to", "watch or phone");
  return { to, ...arrived(value) };
}

/** What a wearer without it could have is null. */
const ABSENT: ReadonlySet<string> = new Set(["heartRate", "place", "weather"]);

function bodyOf(value: unknown): Body {
  const given = fieldsOf("body", value);
  const body: Body = restingBody();
  for (const [name, rest] of Object.entries(body)) {
    const one = given[name];
    const alike =
      typeof one === typeof rest && Array.isArray(one) === Array.isArray(rest);
    if (
      !(one === null
        ? ABSENT.has(name)
        : alike || (rest === null && ABSENT.has(name)))
    ) {
      wrong(`body.${name}`, "what a wearer has");
    }
    Object.assign(body, { [name]: one });
  }
  return body;
}
