/** A reason to leave an exercise out or to ask a professional first. */
export type Caution =
  "stenosis-or-spondylolysis" | "blood-pressure-pregnancy-bones" | "leg-pain";

const HOLD: ReadonlyArray<Caution> = ["blood-pressure-pregnancy-bones"];

/**
 * Cautions by exercise id; an exercise without an entry has none of its own.
 * Source: JOSPT low back pain guideline 2021 and Long 2004 (extension helps
 * some and worsens others); long holds raise blood pressure.
 */
export const CAUTIONS: { readonly [id: string]: ReadonlyArray<Caution> } = {
  cobra: [
    "stenosis-or-spondylolysis",
    "leg-pain",
    "blood-pressure-pregnancy-bones",
  ],
  "reverse-hip-raise": ["stenosis-or-spondylolysis", "leg-pain"],
  plank: HOLD,
  "side-plank": HOLD,
  "wall-sit": HOLD,
};
