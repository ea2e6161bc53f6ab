import { Entry, idOf } from "../phone/history/entry";
import { History } from "../phone/history/history";
import { KeyValueStore } from "../phone/key-value-store";
import { setAside } from "../phone/link-state";
import { Trouble } from "../phone/history/summary";
import { Fault, Result, fault, faultText } from "../common/result";
import {
  ACK_FILE,
  MERGED_FILE,
  SESSION_FILE,
  WATCH_FILE,
  WatchState,
  packAck,
  unpackMerged,
  unpackWatch,
} from "../common/wire/link";
import { unpackRecord } from "../common/wire/record";
import { Ports, Received } from "./ports";

/** Nothing that the watch sends is longer. */
const LIMIT = 8192;
/** How much of a refused file is kept. */
const KEPT = 64;

/** Puts what comes from the watch where it belongs. */
export class SessionIn {
  trouble: Trouble;

  /** Without a history, sessions stay on the watch. */
  constructor(
    private ports: Ports,
    private local: KeyValueStore,
    private history: History | undefined,
    private heard: (watch: WatchState) => void,
  ) {
    this.trouble = history ? "" : "newer";
  }

  /** Takes one file. Whatever is in it, nothing throws. */
  take(file: Received): void {
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
      if (record) this.keep({ kind: "session", record });
    } else if (kind === MERGED_FILE) {
      const merged = read(unpackMerged);
      if (merged) this.keep({ kind: "merged", merged });
    } else if (file.name === WATCH_FILE) {
      const watch = read(unpackWatch);
      if (watch) this.heard(watch);
    } else
      read(() => fault("name", file.name, "a session or the watch's state"));
  }

  private decode(file: Received): Result<unknown> {
    const size = file.bytes.byteLength;
    if (size > LIMIT) return fault("file", size + " bytes", "at most " + LIMIT);
    try {
      return { ok: true, value: this.ports.decode(file.bytes) };
    } catch {
      return fault("file", size + " bytes", "CBOR");
    }
  }

  /** Stored first, acknowledged then; the watch deletes it only after that. */
  private keep(entry: Entry): void {
    if (!this.history) return;
    const kept = this.history.add(entry);
    this.trouble = kept === "full" ? "full" : "";
    if (kept === "full") return;
    const id = idOf(entry);
    // Lost acknowledgements are asked for again by the session itself.
    this.ports.send(ACK_FILE + id, packAck(id)).catch(() => undefined);
  }

  private refuse(file: Received, why: Fault): void {
    const bytes = Array.from(new Uint8Array(file.bytes.slice(0, KEPT)));
    const hex = bytes.map((byte) => (256 + byte).toString(16).slice(1));
    const name = file.name.slice(0, KEPT);
    try {
      setAside(this.local, { name, why: faultText(why), bytes: hex.join("") });
    } catch {
      // No room to count it: the watch still has it.
    }
  }
}
