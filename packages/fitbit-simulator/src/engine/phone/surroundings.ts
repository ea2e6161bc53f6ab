import type { Place } from "../watch/body";

/** Metres below which a move is not significant, as phones tell it by cell towers. */
const SIGNIFICANT_M = 500;
const M_PER_DEGREE = 111_320;

/** Whether a place is no significant move from another; no place is near to none. */
export function isNear(here: Place, there: Place | null): boolean {
  if (there === null) return false;
  const north = (here.latitude - there.latitude) * M_PER_DEGREE;
  const east =
    (here.longitude - there.longitude) *
    M_PER_DEGREE *
    Math.cos((here.latitude * Math.PI) / 180);
  return Math.hypot(north, east) < SIGNIFICANT_M;
}

/** What the phone calls a charge of so many percent. */
export function batteryLevel(percent: number): string {
  if (percent < 5) return "empty";
  if (percent < 20) return "low";
  return percent < 60 ? "medium" : "high";
}
