import { isSessionId } from "../../common/record";
import { LinkFile } from "../../common/wire/link-files";
import { CoachFile } from "../../common/wire/coach-files";
import { P } from "../../common/wire/pack-record";
import { exists, list, read, takeRoom } from "./files";

// Files that wait for the phone: a finished session each, or a summary of many.

/** Files of a full watch. */
export const enum RecordFile {
  /** Names what is being merged, so that a kill counts nothing twice. */
  Merging = "merging",
  /** Keeps room for a summary on a watch that has none left. */
  Spare = "spare",
}

/** Bytes; a summary takes fewer. */
const SPARE_LENGTH = 4096;

/** Names of all files that wait for an acknowledgement, oldest first. */
export function waiting(): string[] {
  const names: string[] = [];
  const all = list();
  for (let i = 0; i < all.length; i++) {
    const name = all[i]!;
    const kind = name.slice(0, 2);
    if (
      (kind === LinkFile.Session ||
        kind === LinkFile.Merged ||
        kind === CoachFile.Check) &&
      isSessionId(name.slice(2))
    ) {
      names.push(name);
    }
  }
  return names.sort((a, b) => (a.slice(2) < b.slice(2) ? -1 : 1));
}

/**
 * What a waiting file holds, if it is whole: CBOR that was cut off does not
 * decode, and each says in its second place what its name says.
 */
export function readWaiting(name: string): unknown[] | undefined {
  const packed = read(name) as unknown[] | undefined;
  const session = name.slice(0, 2) === LinkFile.Session;
  return packed &&
    packed[P.Id] === name.slice(2) &&
    (!session || packed.length >= P.Check)
    ? packed
    : undefined;
}

/** Takes the room that a summary will need, while there is some. */
export function reserveSpare(): void {
  if (!exists(RecordFile.Spare)) takeRoom(RecordFile.Spare, SPARE_LENGTH);
}
