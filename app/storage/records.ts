import { SessionRecord, isSessionId } from "../../common/record";
import { MERGED_FILE, SESSION_FILE } from "../../common/wire/link-files";
import { RECORD_LENGTH, packRecord } from "../../common/wire/pack-record";
import { exists, list, read, remove, setAside, takeRoom, write } from "./files";

/** The file that names what is being merged, so that a kill counts nothing twice. */
export const MERGING = "merging";
/** A file that keeps room for a summary on a watch that has none left. */
export const SPARE = "spare";
/** Bytes; a summary takes fewer. */
const SPARE_LENGTH = 4096;

/** The file of a finished session that waits for the phone. */
export function recordFile(id: string): string {
  return SESSION_FILE + id;
}

/** Names of all files that wait for an acknowledgement, oldest first. */
export function waiting(): string[] {
  return list()
    .filter((name) => {
      const kind = name.slice(0, 2);
      const ours = kind === SESSION_FILE || kind === MERGED_FILE;
      return ours && isSessionId(name.slice(2));
    })
    .sort((a, b) => (a.slice(2) < b.slice(2) ? -1 : 1));
}

/** Stores a record until the phone has it. False when there is no room. */
export function saveRecord(record: SessionRecord): boolean {
  return write(recordFile(record.id), packRecord(record));
}

/**
 * What a waiting file holds, if it is whole: CBOR that was cut off does not
 * decode, and each says in its second place what its name says.
 */
function readWaiting(name: string): unknown[] | undefined {
  const packed = read(name) as unknown[] | undefined;
  return packed && packed[1] === name.slice(2) ? packed : undefined;
}

/** The packed record of a session, if it is here and whole. */
export function readRecord(id: string): unknown[] | undefined {
  const packed = readWaiting(recordFile(id));
  return packed && packed.length === RECORD_LENGTH ? packed : undefined;
}

/** Sets aside what waits and cannot be read; true when there was any. */
export function setBrokenAside(): boolean {
  const broken = waiting().filter((name) => !readWaiting(name));
  broken.forEach(setAside);
  return broken.length > 0;
}

/** Removes the record, or the merged summary, of this id. */
export function removeWaiting(id: string): void {
  remove(SESSION_FILE + id);
  remove(MERGED_FILE + id);
}

/** Takes the room that a summary will need, while there is some. */
export function reserveSpare(): void {
  if (!exists(SPARE)) takeRoom(SPARE, SPARE_LENGTH);
}
