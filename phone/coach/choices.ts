/** What changes by itself: suggestions wait for the runner, all acts, nothing does. */
export type CoachMode = "suggest" | "auto" | "off";

/** One exercise as the runner has chosen it. */
export interface CoachItem {
  /** As `coachKey`. */
  key: string;
  /** It is in the routine. */
  included: boolean;
  /** It has a ladder and no dose of the runner's own. */
  coached: boolean;
  /** Its step now. */
  step: number;
  /** The highest step that it may have. */
  cap: number;
}

/** What the runner has chosen, each exercise once, in the order of the routine. */
export interface Choices {
  mode: CoachMode;
  items: ReadonlyArray<CoachItem>;
}
