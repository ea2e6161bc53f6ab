import { Fault, Result, fault, faultText } from "../common/result";
import {
  ACK_FILE,
  MERGED_FILE,
  SESSION_FILE,
  WATCH_FILE,
  WatchReport,
  packAck,
  unpackMerged,
  unpackWatch,
} from "../common/wire/link";
import { CHECK_FILE, LoneCheck, unpackLoneCheck } from "../common/wire/coach";
import { unpackRecord } from "../common/wire/record";
import { addCheck } from "../phone/history/checks";
import { HistoryEntry, entryId } from "../phone/history/entry";
import { History } from "../phone/history/history";
import { Trouble } from "../phone/history/summary";
import { KeyValueStore } from "../phone/key-value-store";
import { addRefused } from "../phone/link-state";
import { Ports, ReceivedFile } from "./ports";

/** Bytes of the longest file that is read; the watch sends none that is longer. */
const MAX_BYTES = 8192;
/** Characters of its name and bytes of its body that are kept of a refused file. */
const REFUSED_PART = 64;

/**
 * Reads the watch's files: sessions, merged summaries and checks go into the history
 * and are acknowledged, reports go to `onReport`, the rest is refused.
 */
export class SessionReceiver {
  /** Why the newest session was not stored; empty when it was. */
  trouble: Trouble;

  /** Without a history no session is acknowledged, so that the watch keeps it. */
  constructor(
    private ports: Ports,
    private local: KeyValueStore,
    private history: History | undefined,
    private onReport: (report: WatchReport) => void,
  ) {
    this.trouble = history ? "" : "newer";
  }

  /**
   * Reads one file, which may hold anything.
   * @throws When the report is good and there is no room for what it says.
   */
  receive(file: ReceivedFile): void {
    const kind = file.name.slice(0, 2);
    const body = this.decode(file);
    const read = <T>(unpack: (packed: unknown) => Result<T>): T | undefined => {
      const result = body.ok ? unpack(body.value) : body;
      if (result.ok) return result.value;
      this.refuse(file, result.fault);
      return undefined;
    };
    if (kind === SESSION_FILE) {
      const record = read(unpackRecord);
      if (record) this.store({ kind: "session", record });
    } else if (kind === MERGED_FILE) {
      const merged = read(unpackMerged);
      if (merged) this.store({ kind: "merged", merged });
    } else if (kind === CHECK_FILE) {
      const check = read(unpackLoneCheck);
      if (check) this.storeCheck(check);
    } else if (file.name === WATCH_FILE) {
      const report = read(unpackWatch);
      if (report) this.onReport(report);
    } else
      read(() => fault("name", file.name, "a session or the watch's state"));
  }

  private decode(file: ReceivedFile): Result<unknown> {
    const size = file.bytes.byteLength;
    if (size > MAX_BYTES)
      return fault("file", size + " bytes", "at most " + MAX_BYTES);
    try {
      return { ok: true, value: this.ports.decode(file.bytes) };
    } catch {
      return fault("file", size + " bytes", "CBOR");
    }
  }

  /** Stored first and then acknowledged: the watch deletes it only after that. */
  private store(entry: HistoryEntry): void {
    if (!this.history) return;
    const added = this.history.add(entry);
    this.trouble = added === "full" ? "full" : "";
    if (added === "full") return;
    this.acknowledge(entryId(entry));
  }

  /** The same of a check without a session. */
  private storeCheck(check: LoneCheck): void {
    if (!this.history) return;
    const added = addCheck(this.local, this.history, check);
    this.trouble = added === "full" ? "full" : "";
    if (added !== "full") this.acknowledge(check.id);
  }

  private acknowledge(id: string): void {
    // Without an acknowledgement, the watch sends the session again.
    this.ports.send(ACK_FILE + id, packAck(id)).catch(() => undefined);
  }

  private refuse(file: ReceivedFile, why: Fault): void {
    const bytes = Array.from(new Uint8Array(file.bytes.slice(0, REFUSED_PART)));
    const hex = bytes.map((byte) => (256 + byte).toString(16).slice(1));
    const name = file.name.slice(0, REFUSED_PART);
    try {
      addRefused(this.local, {
        name,
        why: faultText(why),
        bytes: hex.join(""),
      });
    } catch {
      // There is no room to count it. A session is still on the watch.
    }
  }
}
