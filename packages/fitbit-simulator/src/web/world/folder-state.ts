import type { SavedState } from "./saved-state";
import {
  bytesOf,
  type Fields,
  fieldsOf,
  listOf,
  momentOf,
  requireVersion,
  queued,
  StateFileFault,
  textOf,
  textsOf,
} from "./state-fields";

/** The form of such a file that is read; as `run/state/state-text.ts` writes it. */
const VERSION = 1;

/** Whether a file is the `state.json` of a folder that commands keep with `--state`. */
export function isFolderState(file: Fields): boolean {
  return ["version", "watch", "queue", "inbox"].every((name) => name in file);
}

/**
 * The state that a folder's file holds, as this page has states. A folder knows no wearer and no
 * setup: those stay as they are here.
 * @param here what is here now; the clock goes on from the later one of the two
 * @throws StateFileFault when a part of it is damaged, it is newer, or another app's
 */
export function readFolderState(
  file: Fields,
  appId: string,
  here: SavedState,
): SavedState {
  requireVersion(file, VERSION);
  // A folder in which no app has run belongs to none yet.
  if (file["app"] !== undefined) {
    const { id, name } = fieldsOf("app", file["app"]);
    if (id !== appId) {
      const said = textOf("app.name", name);
      throw new StateFileFault(`it is of another app, ${said}`);
    }
  }
  const { local = {}, settings = {} } =
    file["phone"] === undefined ? {} : fieldsOf("phone", file["phone"]);
  const files = Object.entries(fieldsOf("watch", file["watch"])).map(
    ([name, data]) => [name, bytesOf(`the file ${name}`, data)] as const,
  );
  const queue = listOf("queue", file["queue"]).map(queued);
  const inbox = listOf("inbox", file["inbox"]).map(queued);
  const { wallMs = here.wallMs } = file;
  return {
    ...here,
    watch: {
      files: new Map(files),
      queue: queue.filter(({ to }) => to === "phone"),
      inbox: inbox.filter(({ to }) => to === "watch"),
    },
    phone: {
      local: textsOf("phone.local", local),
      settings: textsOf("phone.settings", settings),
      queue: queue.filter(({ to }) => to === "watch"),
      inbox: inbox.filter(({ to }) => to === "phone"),
    },
    wallMs: Math.max(here.wallMs, momentOf("wallMs", wallMs)),
  };
}
