import { History } from "../../phone/history/history";
import { unpackRecord } from "../../common/wire/record";
import { SESSION_FILE } from "../../common/wire/link";
import {
  type FitbitPackage,
  type PhoneState,
  type WatchState,
  type World,
  type WorldEvent,
  createWorld,
} from "fitbit-simulator";
import { readCbor } from "../cbor";
import { storeOf } from "../../tools/phone/memory-store";

/** Monday, 5 January 2026, 7:00 UTC, and the days of the year that begins there. */
const FIRST_MS = Date.UTC(2026, 0, 5, 7);
const DAY_MS = 86_400_000;
export const DAYS = 365;

/** What the runner changes each week, in turn. All are doses, so every session has the same parts. */
const CHANGES: ReadonlyArray<readonly [key: string, values: string[]]> = [
  ["ready", ["8", "12"]],
  ["plank.hold", ["90", "120"]],
  ["rest", ["25", "35"]],
  ["cobra.hold", ["45", "60"]],
];

/** The watch app is killed so many seconds after a session's start, and continues it. */
const KILLED_AT = 400;
/** No session takes longer, in seconds. */
const LONGEST = 3600;

/** Ways to end that are a program's own fault. */
const OWN_FAULTS = ["error", "endless loop", "out of memory"];

/** The figures of a day with a session; sizes are those at its end. */
export interface Day {
  /** What was killed: the watch app in its session, or the companion as the record comes. */
  killed: "watch" | "companion";
  sessions: number;
  heapPeak: number;
  watchFiles: number;
  watchBytes: number;
  /** Characters of keys and values, and what a store of the same sessions alone would take. */
  local: number;
  expected: number;
  settings: number;
  wakeups: number;
  fileWrites: number;
  /** By the companion. */
  settingsWrites: number;
  /** Milliseconds of processor time. */
  launchMs: number;
  sessionMs: number;
  saveMs: number;
  drawMs: number;
}

function size(strings: Readonly<Record<string, string>>): number {
  const parts = Object.entries(strings).flat();
  return parts.reduce((sum, part) => sum + part.length, 0);
}

/** Processor time of an action in ms. What other programs do does not count. */
function cost(action: () => void): number {
  const before = process.cpuUsage();
  action();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** A watch and a phone over a year. Each day is a world of its own; at night both are off. */
export class Year {
  private watch: WatchState | undefined;
  private phone: PhoneState | undefined;
  private world!: World;
  private sessions = 0;
  private fileWrites = 0;
  private settingsWrites = 0;
  private failure: string | undefined;
  /** What a history takes of the same sessions and of nothing else. */
  private readonly predicted: Record<string, string> = {};
  private readonly history = History.open(storeOf(this.predicted))!;

  constructor(private readonly pkg: FitbitPackage) {}

  /** Lives one day; undefined when it has no session. @throws Error when something goes wrong */
  async live(day: number, withSession: boolean): Promise<Day | undefined> {
    this.fileWrites = 0;
    this.settingsWrites = 0;
    this.world = await createWorld(this.pkg, {
      seed: day + 1,
      epochMs: FIRST_MS + day * DAY_MS,
      display: "auto",
      onEvent: (event) => this.receive(event),
    });
    const { world } = this;
    if (this.watch) world.importState({ watch: this.watch });
    if (this.phone) world.importState({ phone: this.phone });
    if (day % 7 === 0) this.changeSettings(day / 7);
    const killed = day % 2 ? "companion" : "watch";
    const lived = withSession ? this.train(killed) : this.rest(killed);
    ({ watch: this.watch, phone: this.phone } = world.exportState());
    world.dispose();
    if (this.failure !== undefined)
      throw new Error(`day ${day}: ${this.failure}`);
    return lived && { killed, ...lived, ...this.sizes() };
  }

  private receive(event: WorldEvent): void {
    if (event.type === "file") this.fileWrites += 1;
    if (event.type === "storage" && event.from === "companion")
      this.settingsWrites += 1;
    const died = event.type === "exit" && OWN_FAULTS.includes(event.reason);
    const logged = event.type === "log" && event.level === "error";
    if (died || logged) this.failure ??= JSON.stringify(event);
  }

  private changeSettings(week: number): void {
    const { phone } = this.world;
    const [key, values] = CHANGES[week % CHANGES.length]!;
    const value = values[Math.floor(week / CHANGES.length) % values.length]!;
    phone.settings.open();
    phone.settingsStorage.set(key, value, "settings");
    this.pass(20);
    phone.settings.close();
  }

  private pass(seconds: number): void {
    this.world.run(this.world.nowMs + seconds * 1000);
  }

  private tap(id: string): void {
    const tapped = this.world.watch.tap(id);
    if (!tapped.ok) throw new Error(`tap ${id}: ${tapped.reason}`);
  }

  private rest(killed: Day["killed"]): undefined {
    const { watch, faults } = this.world;
    watch.launch();
    this.pass(5);
    if (killed === "watch") faults.app.kill();
    else faults.companion.kill();
    this.pass(30);
    return undefined;
  }

  private train(killed: Day["killed"]): Omit<Day, "killed" | keyof SizesAtEnd> {
    const { watch, phone, faults } = this.world;
    const launchMs = cost(() => watch.launch());
    this.pass(5);
    const sessionMs = cost(() => {
      this.tap("start");
      if (killed === "watch") {
        this.pass(KILLED_AT);
        faults.app.kill();
        this.pass(20);
        watch.launch();
        this.pass(2);
        this.tap("resume-session");
      }
      const until = this.world.nowMs + LONGEST * 1000;
      while (!watch.view?.endsWith("summary.view")) {
        if (this.world.nowMs > until) throw new Error("no end of the session");
        this.pass(1);
      }
    });
    const saveMs = cost(() => {
      if (killed === "companion") faults.companion.killAtStep(2);
      this.pass(8);
      phone.launch();
      this.pass(10);
    });
    const { peak } = watch.heap();
    const { wakeups } = watch.counters;
    this.tap("done");
    this.pass(130);
    phone.settings.open();
    const drawMs = cost(() => phone.settings.render());
    phone.settings.close();
    const { fileWrites, settingsWrites } = this;
    this.addRecord();
    return {
      sessions: this.sessions,
      heapPeak: peak,
      wakeups,
      fileWrites,
      settingsWrites,
      launchMs,
      sessionMs,
      saveMs,
      drawMs,
    };
  }

  /** Adds the day's record to the predicted history. */
  private addRecord(): void {
    const sent = this.world.phone.received.filter(({ name }) =>
      name.startsWith(SESSION_FILE),
    );
    const packed = sent[0] && readCbor(sent[0].data);
    const record = unpackRecord(packed?.value);
    if (!record.ok) throw new Error("no record came");
    this.history.add({ kind: "session", record: record.value });
    this.sessions += 1;
  }

  private sizes(): SizesAtEnd {
    const { files } = this.watch!;
    const { local, settings } = this.phone!;
    let watchBytes = 0;
    for (const data of files.values()) watchBytes += data.length;
    return {
      watchFiles: files.size,
      watchBytes,
      local: size(local),
      expected: size(this.predicted),
      settings: size(settings),
    };
  }

  /** Sessions in the phone's history, and names of the watch's files. */
  get stored(): { sessions: number; files: string[] } {
    const history = History.open(storeOf({ ...this.phone?.local }));
    return {
      sessions: history?.entries().length ?? 0,
      files: [...(this.watch?.files.keys() ?? [])].sort(),
    };
  }
}

type SizesAtEnd = Pick<
  Day,
  "watchFiles" | "watchBytes" | "local" | "expected" | "settings"
>;

/** Lives so many sessions, evenly over so many days. */
export async function liveDays(
  year: Year,
  sessions: number,
  days: number,
): Promise<Day[]> {
  const lived: Day[] = [];
  for (let day = 0; day < days; day++) {
    const due = Math.floor(((day + 1) * sessions) / days);
    const done = Math.floor((day * sessions) / days);
    const one = await year.live(day, due > done);
    if (one) lived.push(one);
  }
  return lived;
}
