import { existsSync, readFileSync } from "node:fs";
import { TranslationLoader } from "@fitbit/bison-i18n";
import { EXERCISES } from "../../common/exercises";
import { defaultItem } from "../../common/default-routine";
import type { Item, Routine } from "../../common/routine";
import { ROUTINE_FILE } from "../../common/wire/link";
import type { FitbitPackage } from "fitbit-simulator";
import { loadView, type ViewTree } from "fitbit-simulator/draw";
import { aRoutine } from "../../verification/builders/routines";
import { Wearer, builtPackage } from "../support/host";
import { observe } from "fitbit-simulator/testing";

/**
 * Called with each screen whenever it says something else than before. What
 * comes from the language file stands there as "{key|first value|second}".
 */
export type Look = (tree: ViewTree, screen: string) => void;

const MARK = /\{([a-z0-9-]+)\|([^|}]*)\|([^}]*)\}/g;

/** The keys of the messages in what a screen says. */
export function keysIn(text: string): string[] {
  return [...text.matchAll(MARK)].map(([, key]) => key!);
}

/** What a screen says, with the messages of a language in their places. */
export function inWords(
  text: string,
  messages: ReadonlyMap<string, string>,
): string {
  return text.replace(MARK, (_, key: string, one: string, two: string) =>
    messages.get(key)!.replace("%1", one).replace("%2", two),
  );
}

const QUOTA = 15 * 1024 * 1024;
/** Rows of the list of exercises that are on the screen at once. */
const ROWS = 4;
/** Nothing that is shown is gone again within so many seconds. */
const BLINK = 0.25;

/** The app with the keys of its messages in their place. */
function inKeys(keys: readonly string[]): FitbitPackage {
  const loader = new TranslationLoader();
  const po = keys.map((key) => `msgid "${key}"\nmsgstr "{${key}|%1|%2}"\n`);
  loader.loadLanguage("en-US", po.join("\n"));
  const table = new Uint8Array(loader.build().getLanguage("en-US"));
  const pkg = builtPackage();
  return {
    ...pkg,
    phone: { companion: undefined, settings: undefined },
    watch: (target) => {
      const bundle = pkg.watch(target);
      const path = bundle.manifest.languages.get("en-us")!;
      return { ...bundle, files: new Map(bundle.files).set(path, table) };
    },
  };
}

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

/** Somebody who looks at the watch all the time. */
class Reader {
  private said = new Set<string>();

  constructor(
    readonly made: Wearer,
    private look: Look,
  ) {}

  /** Looks at what is new; numbers that count are looked at once. */
  private see(): void {
    const { made } = this;
    const { tree } = made.watch;
    const says = JSON.stringify([made.screen, made.sees]);
    const shape = says.replace(/\d+/g, (digits) => "0".repeat(digits.length));
    if (tree === undefined || this.said.has(shape)) return;
    this.said.add(shape);
    this.look(tree, made.screen);
  }

  waits(seconds: number): void {
    const { made } = this;
    const end = made.now + seconds;
    while (made.now < end && made.watch.running) {
      made.until(Math.min(end, made.now + BLINK));
      this.see();
    }
    made.until(end);
  }

  waitsFor(screen: string): void {
    for (let waited = 0; this.made.screen !== screen; waited += BLINK) {
      if (waited > 200) throw new Error(`${screen} never comes`);
      this.waits(BLINK);
    }
  }

  taps(...ids: string[]): void {
    for (const id of ids) {
      this.made.taps(id);
      this.waits(1);
    }
  }

  opens(): void {
    this.made.watch.launch();
    this.waits(1);
  }
}

let revision = 0;

/** The phone sends a routine, each newer than the one before: else the watch keeps that. */
function gets(made: Wearer, routine: Partial<Routine>): void {
  made.getsRoutine(aRoutine({ ...routine, revision: ++revision }));
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
    if (item === items[items.length - 1]) gets(made, {});
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
function error(look: Look): void {
  const tree = loadView({
    path: "resources/error.view",
    widgets: "resources/widget.defs",
    read: (path) => (existsSync(path) ? readFileSync(path, "utf8") : undefined),
    screen: { width: 336, height: 336 },
  });
  const says = { title: "error-title", "done-label": "done" };
  for (const [id, key] of Object.entries(says)) {
    tree.byId(id)!.text = `{${key}||}`;
  }
  look(tree, "error");
}

/** Sees every screen of the watch; `keys` are those of its messages. */
export async function walk(keys: readonly string[], look: Look): Promise<void> {
  const made = new Wearer(await observe(inKeys(keys), { display: "on" }));
  const reader = new Reader(made, look);
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
  gets(made, { ...short, items });
  reader.opens();
  session(reader, items);
  made.watch.exit();

  for (let first = 0; first < items.length; first += ROWS) {
    const some = items.slice(first, first + ROWS);
    gets(made, { ...short, items: some });
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

  // One that is done whole, for what its summary says.
  gets(made, { ...short, items: [{ ...items[0]!, sets: 1 }] });
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
  error(look);
}
