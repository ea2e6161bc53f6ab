import { Exercise, Health } from "../../common/exercises";
import { K } from "../coach/constants";
import { AGREED_KEY, EASES_KEY } from "./coach-keys";
import { Reader } from "./reader";

/** What a runner can say of their health, in the order of the page. */
export const HEALTH: ReadonlyArray<Health> = [
  "spine",
  "bones",
  "heart",
  "pregnant",
  "belly",
  "shoulder",
  "wrist",
  "knee",
  "neck",
  "hip",
];

/** The settings key of an answer, such as "h.spine". */
export function healthKey(health: Health): string {
  return "h." + health;
}

/** All keys of the answers; no import and no reset takes them away. */
export const HEALTH_KEYS: ReadonlyArray<string> = HEALTH.map(healthKey).concat(
  AGREED_KEY,
  EASES_KEY,
);

/** What the runner has said of their health. */
export interface HealthAnswers {
  has: ReadonlyArray<Health>;
  /** A clinician agreed: nothing is shut, and holds may be long. */
  agreed: boolean;
  /** Bending backwards stays in while the leg is as usual. */
  eases: boolean;
}

/** Reads the answers; what cannot be used counts as no. */
export function readHealth(reader: Reader): HealthAnswers {
  return {
    has: HEALTH.filter((one) => reader.toggle(healthKey(one), false)),
    agreed: reader.toggle(AGREED_KEY, false),
    eases: reader.toggle(EASES_KEY, false),
  };
}

/** The answers that shut an exercise. */
export function shutBy(
  { shut }: Exercise,
  { has, agreed }: HealthAnswers,
): Health[] {
  return agreed ? [] : shut.filter((one) => has.indexOf(one) >= 0);
}

/** The longest hold in seconds that an exercise may have; no bound is Infinity. */
export function mostHold(
  { cautions }: Exercise,
  { has, agreed }: HealthAnswers,
): number {
  const strains = cautions.indexOf("heart") >= 0;
  const short = strains && !agreed && has.indexOf("heart") >= 0;
  return short ? K.heartHold : Infinity;
}
