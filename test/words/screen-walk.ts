import { EXERCISES } from "../../common/exercises";
import { defaultItem } from "../../common/default-routine";
import type { Item } from "../../common/routine";
import { ROUTINE_FILE } from "../../common/wire/link";
import { loadView } from "fitbit-simulator/draw";
import { MAX_ROUNDS } from "../../phone/settings/rounds";
import { builtPackage } from "../support/host";
import { type Look, type Worn, BLINK, Reader, readerOf } from "./reader";

const QUOTA = 15 * 1024 * 1024;
/** Rows of the list of exercises that are on the screen at once. */
const ROWS = 4;

/** Every exercise there is, with the most sets; the last one takes a minute. */
function everyItem(): Item[] {
  return EXERCISES.map((exercise, index) => {
    const item: Item = { ...defaultItem(exercise), sets: 10, rest: 1 };
    item.included = true;
    if (item.kind === "hold") {
      item.hold = index === EXERCISES.length - 1 ? 60 : 3;
    } else Object.assign(item, { reps: 1, lift: 1, hold: 10, lower: 1 });
    return item;
  });
}

/** Through every exercise: its first set paused, its last one broken off by a sudden death. */
function session(reader: Reader, items: Item[]): void {
  const { made } = reader;
  reader.taps("start");
  for (const item of items) {
    reader.waitsFor("work");
    reader.taps("pause", "resume");
    // Work and the wait behind it are skipped, but for the wait before the last set.
    const skips = 2 * (item.sets * item.sides - 1) - 1;
    for (let i = 0; i < skips; i++) made.taps("skip");
    reader.waitsFor("work");
    reader.taps("pause", "end", "keep-going");
    if (item === items[items.length - 1]) reader.gets({});
    made.dies(5);
    reader.waits(1);
    reader.taps("resume-session");
    reader.waitsFor("work");
    while (made.screen === "work") reader.waits(BLINK);
  }
  reader.waitsFor("summary");
  reader.taps("done");
}

/** Nobody can bring it about: what went wrong when the app was opened. */
function error(look: Look, { pkg = builtPackage(), target }: Worn): void {
  const { manifest, text } = pkg.watch(target ?? pkg.targets[0]!);
  const tree = loadView({
    path: manifest.view.replace("index", "error"),
    widgets: manifest.widgets,
    read: text,
    screen: manifest.screen,
  });
  const says = { title: "error-title", "done-label": "done" };
  for (const [id, key] of Object.entries(says)) {
    tree.byId(id)!.text = `{${key}||}`;
  }
  look(tree, "error");
}

/** Sees every screen of the watch; `keys` are those of its messages. */
export async function walk(
  keys: readonly string[],
  look: Look,
  worn: Worn = {},
): Promise<void> {
  const reader = await readerOf(keys, look, worn);
  const { made } = reader;
  const { files } = made.watch;
  const { storage } = made.world.faults;
  // Before the first session a tap on home plays the cues.
  made.getsFile(ROUTINE_FILE, ["no routine"]);
  reader.opens();
  reader.taps("today");
  reader.waits(40);
  made.watch.exit();

  const items = everyItem();
  const short = { ready: 3, between: 3, switch: 3 };
  reader.gets({ ...short, items });
  reader.opens();
  session(reader, items);
  made.watch.exit();

  for (let first = 0; first < items.length; first += ROWS) {
    const some = items.slice(first, first + ROWS);
    reader.gets({ ...short, items: some });
    reader.opens();
    reader.taps("today");
    made.watch.exit();
  }

  reader.opens();
  made.world.faults.app.breakLoad("app/session-runner", 1);
  reader.taps("start", "start");
  reader.waitsFor("work");
  // Nothing done would have no summary.
  reader.waits(30);
  reader.taps("pause", "end", "confirm-end", "done");
  let used = 0;
  for (const bytes of files.values()) used += bytes.length;
  storage.put("music", new Uint8Array(QUOTA - used));
  reader.taps("start", "pause", "end", "confirm-end");
  made.watch.exit();
  storage.delete("music");

  // One that is done whole, for what its summary says: the most rounds there are.
  const round = { ...items[0]!, sets: 1, lift: 2, hold: 0 };
  reader.gets({ ...short, items: Array<Item>(MAX_ROUNDS).fill(round) });
  reader.opens();
  reader.taps("start");
  reader.waitsFor("summary");
  reader.taps("done");
  made.watch.exit();

  for (const days of [1, 100]) {
    reader.waits(days * 86400);
    reader.opens();
    made.watch.exit();
  }
  for (const name of ["routine-a", "routine-b"]) {
    storage.put(name, new Uint8Array(8));
  }
  reader.opens();
  error(look, worn);
}
