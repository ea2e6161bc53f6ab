import { CoachFile } from "../../common/wire/coach-files";
import { P } from "../../common/wire/pack-record";
import { readSealed, writeSealed } from "./files";
import type { Gates } from "./gates";

/** Most exercises that a watch shuts by itself; the oldest gives way. */
const MOST = 8;

/**
 * Shuts the exercise of the item that begins there in a record, for the leg, in place
 * of another one of the same session. It stays shut until the phone has taken it
 * over; `serial` is that of the coach's file.
 */
export function shut(record: unknown[], item: number, serial: number): void {
  const gates = readSealed<Gates>(CoachFile.Gates) || [[], [], []];
  const id = record[P.Id] as string;
  const what = (record[P.Items] as Array<string | number>)[item]!;
  const before = gates[1].indexOf(id);
  const from = before < 0 && gates[0].length < MOST ? -1 : Math.max(before, 0);
  for (let list = 0; from >= 0 && list < gates.length; list++) {
    gates[list]!.splice(from, 1);
  }
  gates[0].push(what);
  gates[1].push(id);
  gates[2].push(serial);
  writeSealed(CoachFile.Gates, gates);
}
