import { Routine } from "../../common/routine";
import { Link, PackedReport } from "../../common/wire/link-files";
import { flatRoutine } from "../../common/wire/stored-routine";
import { packRoutine } from "../../common/wire/routine";
import { aRoutine } from "./routines";

/** What a watch reports. */
export interface Report {
  waiting: number;
  at: number;
  week: number;
  count: number;
  routine: Routine;
}

/** The body of a watch's report, with what the test cares about. */
export function packedReport(report: Partial<Report>): PackedReport {
  const { waiting = 0, at = 1790000000, week = 0, count = 0 } = report;
  const { routine = aRoutine() } = report;
  const flat = flatRoutine(packRoutine(routine))!;
  return [Link.Report, waiting, at, week, count, flat];
}

/** The same of version 1, which told the revision of the routine alone. */
export function packedReport1(
  revision: number,
  waiting: number,
  at: number,
): number[] {
  return [Link.Version, revision, waiting, at];
}
