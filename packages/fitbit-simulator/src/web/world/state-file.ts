import type {
  ArrivedFile,
  Body,
  PhoneState,
  QueuedFile,
  WatchState,
} from "../../engine";
import { base64 } from "../../draw/base64";
import { restingBody } from "../../engine/watch/body";
import { isFolderState, readFolderState } from "./folder-state";
import type { SavedState } from "./saved-state";
import {
  arrived,
  type Fields,
  fieldsOf,
  listOf,
  momentOf,
  requireVersion,
  parsed,
  queued,
  StateFileFault,
  textOf,
  textsOf,
  wrong,
} from "./state-fields";

const FORMAT = "fitbit-simulator state";
const VERSION = 1;

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

/** What a state file holds, and who made it. */
export interface ReadState {
  readonly saved: SavedState;
  /** It is of a folder that commands keep, which goes on without this page. */
  readonly ofFolder: boolean;
}

/**
 * The state in a file: one that this page has saved, or the `state.json` of a folder of `--state`.
 * @param here what is here now, for what a folder does not know
 * @throws StateFileFault when it is none, or is another app's
 */
export function readStateFile(
  text: string,
  appId: string,
  here: SavedState,
): ReadState {
  const file = fieldsOf("it", parsed(text));
  if (file["format"] === FORMAT) {
    return { saved: pageState(file, appId), ofFolder: false };
  }
  if (isFolderState(file)) {
    return { saved: readFolderState(file, appId, here), ofFolder: true };
  }
  throw new StateFileFault(
    "it is neither a state that this page has saved nor the state.json of a folder of --state",
  );
}

function pageState(file: Fields, appId: string): SavedState {
  requireVersion(file, VERSION);
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
    wallMs: momentOf("wallMs", file["wallMs"]),
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
