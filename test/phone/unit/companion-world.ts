import { decode, encode } from "cbor-x";
import { SessionRecord } from "../../../common/record";
import { LINK_VERSION } from "../../../common/wire/link";
import { packRecord } from "../../../common/wire/record";
import { unpackRoutine } from "../../../common/wire/routine";
import { CompanionApp } from "../../../companion/companion-app";
import { inboxReader } from "../../../companion/inbox-reader";
import { Ports } from "../../../companion/ports";
import { entryId } from "../../../phone/history/entry";
import { History } from "../../../phone/history/history";
import { Summary, readSummary } from "../../../phone/history/summary";
import { readSettings } from "../../../phone/settings/settings";
import { record } from "../../../verification/builders/records";
import {
  Report,
  packedReport,
  packedReport1,
} from "../../../verification/builders/reports";
import {
  DyingProcess,
  DyingStorage,
  MemoryStorage,
} from "../../../verification/builders/storage";

/** Monday, 2 March 2026, 07:00 UTC. */
export const MONDAY = Date.UTC(2026, 2, 2, 7) / 1000;
export const DAY = 86400;

/** Sessions on days in a row, from that Monday on. */
export const daily = (count: number): SessionRecord[] =>
  Array.from({ length: count }, (_, day) => record(MONDAY + day * DAY));

/** What stays when a companion ends: its stores and the queues of the system. */
export class CompanionWorld {
  local = new MemoryStorage();
  settings = new MemoryStorage();
  /** Files that the watch has not received yet, by name. */
  outbox = new Map<string, Uint8Array>();
  /** The name of each file handed over, in that order. */
  sends: string[] = [];
  inbox: Array<{ name: string; bytes: Uint8Array }> = [];
  /** Messages that the open watch app received. */
  messages: unknown[] = [];
  /** Whether the watch app is open. */
  open = false;
  seconds = MONDAY + 100 * DAY;

  /**
   * Starts a companion, which does nothing any more once `life` has ended.
   * `changing` tells that the settings page is open. `debounced` lets the time
   * pass that the companion waits for a burst of changes to end.
   */
  async launch(
    changing = false,
    life = new DyingProcess(),
  ): Promise<{ companion: CompanionApp; debounced: () => Promise<void> }> {
    let pending: (() => void) | undefined;
    const ports: Ports = {
      local: new DyingStorage(this.local, life),
      settings: new DyingStorage(this.settings, life),
      send: async (name, body) => {
        life.act(() => {
          this.outbox.set(name, encode(body));
          this.sends.push(name);
        });
      },
      pending: async (name) => this.outbox.has(name),
      sendMessage: (body) => {
        if (this.open) this.messages.push(body);
        return this.open;
      },
      decode: (bytes) => decode(new Uint8Array(bytes)) as unknown,
      debounce: (_ms, action) => (pending = action),
      now: () => this.seconds * 1000,
      offset: () => 0,
    };
    const companion = new CompanionApp(ports);
    companion.start(changing);
    const pop = async (): Promise<
      { name: string; arrayBuffer: () => Promise<ArrayBuffer> } | undefined
    > => {
      const file = life.act(() => this.inbox.shift());
      const bytes = file && Uint8Array.from(file.bytes).buffer;
      return file && { name: file.name, arrayBuffer: async () => bytes! };
    };
    inboxReader(pop, companion)();
    await quiet();
    const debounced = async (): Promise<void> => {
      if (pending) pending();
      pending = undefined;
      await quiet();
    };
    return { companion, debounced };
  }

  sessions(records: SessionRecord[]): void {
    records.forEach((one) =>
      this.arrive("s-" + one.id, encode(packRecord(one))),
    );
  }

  arrive(name: string, bytes: Uint8Array): void {
    this.inbox.push({ name, bytes });
  }

  /** The watch reports that it has the routine of the settings under a revision. */
  report(revision: number, waiting: number, at = this.seconds): void {
    const { routine } = readSettings((key) => this.settings.getItem(key));
    this.reports({ waiting, at, routine: { ...routine, revision } });
  }

  /** The same of a watch from before it said which routine it has. */
  reportBefore(revision: number, waiting: number, at = this.seconds): void {
    this.arrive("watch", encode(packedReport1(revision, waiting, at)));
  }

  /** The watch reports what the test cares about, now unless told otherwise. */
  reports(report: Partial<Report>): void {
    const body = packedReport({ at: this.seconds, ...report });
    this.arrive("watch", encode(body));
  }

  /** The ids acknowledged so far; the watch would delete these. */
  acknowledged(): string[] {
    return [...this.outbox]
      .filter(([name]) => name.startsWith("a-"))
      .map(([, bytes]) => {
        const [version, id] = decode(bytes) as [number, string];
        return version === LINK_VERSION ? id : "";
      })
      .sort();
  }

  stored(): string[] {
    return History.open(this.local)!.entries().map(entryId).sort();
  }

  routine(): ReturnType<typeof unpackRoutine> {
    return unpackRoutine(decode(this.outbox.get("routine")!));
  }

  routinesSent(): number {
    return this.sends.filter((name) => name === "routine").length;
  }

  summary(): Summary {
    return readSummary(this.settings.getItem("summary"));
  }
}

/** Lets every promise that can settle do so. */
export async function quiet(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

/** Revision of the newest routine sent; -1 for none that can be read. */
export function revisionOf(world: CompanionWorld): number {
  const routine = world.routine();
  return routine.ok ? routine.value.revision : -1;
}
