import { packMerged, unpackMerged } from "../../common/wire/link";
import { packRecord, unpackRecord } from "../../common/wire/record";
import { isList } from "../../common/wire/routine";
import { fromJson } from "../json";
import { packBrief, readBrief } from "./brief-session";
import { HistoryEntry, entryId } from "./entry";

/** Lengths of the packed lists, which tell them apart; a record has 16. */
const BRIEF_LENGTH = 7;
const MERGED_LENGTH = 9;

/** A text shorter than the shortest list is refused unparsed: that is far faster. */
const SHORTEST = "[0,0,0,0,0,0,0]".length;

/**
 * An entry as it is stored, in one line: its id, a space and a JSON list, which
 * is a packed record (16 values), a packed merged summary (9) or a packed brief
 * session (7).
 */
export function packEntry(entry: HistoryEntry): string {
  const packed =
    entry.kind === "session"
      ? packRecord(entry.record)
      : entry.kind === "brief"
        ? packBrief(entry.brief)
        : packMerged(entry.merged);
  return entryId(entry) + " " + JSON.stringify(packed);
}

/** What stands behind the id of a line. */
export function packedText(line: string): string {
  return line.slice(line.indexOf(" ") + 1);
}

/** Reads a packed entry; undefined for anything else. */
export function readEntry(line: string): HistoryEntry | undefined {
  const text = packedText(line);
  const packed = text.length < SHORTEST ? undefined : fromJson(text);
  if (!isList(packed)) return undefined;
  if (packed.length === BRIEF_LENGTH) {
    const brief = readBrief(packedId(line), packed);
    return brief && { kind: "brief", brief };
  }
  if (packed.length === MERGED_LENGTH) {
    const merged = unpackMerged(packed);
    return merged.ok ? { kind: "merged", merged: merged.value } : undefined;
  }
  const record = unpackRecord(packed);
  return record.ok ? { kind: "session", record: record.value } : undefined;
}

/** The entries of a list of packed ones; what is none is left out. */
export function readEntries(lines: unknown): HistoryEntry[] {
  return (Array.isArray(lines) ? lines : [])
    .map((line: unknown) =>
      typeof line === "string" ? readEntry(line) : undefined,
    )
    .filter((entry): entry is HistoryEntry => entry !== undefined);
}

/** What stands behind the id of a deleted session. */
const DELETED = " x";

/** The line in the place of a deleted session, so that it is known and not stored again. */
export function deletedLine(id: string): string {
  return id + DELETED;
}

export function isDeletedLine(line: string): boolean {
  return line.slice(packedId(line).length) === DELETED;
}

/** The id at the beginning of a packed entry. */
export function packedId(line: string): string {
  return line.slice(0, line.indexOf(" "));
}
