import { Routine } from "../../common/routine";
import { I, R } from "../../common/wire/flat-routine";
import type { PackedRoutine } from "../../common/wire/packed-routine";
import { rebuildRoutine } from "../../common/wire/rebuild-routine";
import { MODES, type Mode } from "../../common/record";
import type { World } from "fitbit-simulator";
import { readCbor } from "../cbor";

/** Where the mode stands in the answers of a plan. */
const MODE_AT = 6;

/** The session that the watch has on file, as it began. */
export interface PlanOnFile {
  /** The session's id. */
  id: string;
  routine: Routine;
  mode: Mode;
  /** Each of its items as it goes over the wire, as JSON. */
  rows: string[];
}

/** Items of a flat list, each as it goes over the wire. */
export function rowsOf(
  flat: ReadonlyArray<string | number>,
  from: number,
): PackedRoutine[7] {
  const rows: Array<Array<string | number>> = [];
  for (let row = from; row < flat.length; row += I.Size) {
    rows.push(flat.slice(row, row + I.Size));
  }
  return rows as PackedRoutine[7];
}

/** The session on file; undefined where there is none that can be read. */
export function planOnFile({ watch }: World): PlanOnFile | undefined {
  const bytes = watch.files.get("plan");
  const stored = bytes && readCbor(bytes)?.value;
  const plan: unknown = Array.isArray(stored) ? stored[0] : undefined;
  if (!Array.isArray(plan)) return undefined;
  const [id, , , flat, answers] = plan as [
    string,
    number,
    number,
    Array<string | number>,
    number[] | 0,
  ];
  const rows = rowsOf(flat, R.Items);
  const head = flat.slice(0, R.Goal);
  const packed = [...head, rows, flat[R.Goal]] as unknown as PackedRoutine;
  return {
    id,
    routine: rebuildRoutine(packed),
    mode: MODES[answers ? answers[MODE_AT]! : 0]!,
    rows: rows.map((row) => JSON.stringify(row)),
  };
}
