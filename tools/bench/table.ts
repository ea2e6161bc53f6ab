/** What a figure has to be: within a limit that must hold, and one to aim at. */
export interface Budget {
  what: string;
  unit: string;
  hard?: number;
  goal?: number;
  /** The figure may not be less; else it may not be more. */
  atLeast?: boolean;
}

/** One line of the table. */
export interface Row {
  what: string;
  measured: string;
  budget: string;
  /** Over a hard budget the bench fails; over a goal it says so. */
  verdict: "within" | "over its goal" | "OVER BUDGET" | "not measured" | "";
}

/**
 * Judges a figure against its budget: a number, or "dies" for a program that
 * does not get that far, or "not measured".
 */
export function judge(
  budget: Budget,
  value: number | "dies" | "not measured",
): Row {
  const { what, unit, hard, goal } = budget;
  const sign = budget.atLeast ? "≥" : "≤";
  const limits = [
    hard === undefined ? "" : `${sign} ${grouped(hard)}${unit}`,
    goal === undefined ? "" : `goal ${sign} ${grouped(goal)}${unit}`,
  ];
  const over = (limit: number | undefined): boolean =>
    limit !== undefined &&
    (typeof value !== "number" ||
      (budget.atLeast ? value < limit : value > limit));
  return {
    what,
    measured:
      value === "not measured"
        ? "–"
        : value === "dies"
          ? value
          : `${grouped(rounded(value))}${unit}`,
    budget: limits.filter(Boolean).join(", "),
    verdict:
      value === "not measured"
        ? value
        : over(hard)
          ? "OVER BUDGET"
          : over(goal)
            ? "over its goal"
            : hard === undefined && goal === undefined
              ? ""
              : "within",
  };
}

/** Judges a figure that must not be more than a budget, nor should be than a goal. */
export function row(
  what: string,
  value: number,
  unit: string,
  hard?: number,
  goal?: number,
): Row {
  return judge({ what, unit, hard, goal }, value);
}

function rounded(value: number): number {
  return Math.abs(value) >= 100
    ? Math.round(value)
    : Math.round(value * 100) / 100;
}

function grouped(value: number): string {
  return value.toLocaleString("en-US");
}

/** The table as text, columns aligned. */
export function table(rows: Row[]): string {
  const cells = [
    ["what", "measured", "budget", ""],
    ...rows.map((r) => [r.what, r.measured, r.budget, r.verdict]),
  ];
  const widths = [0, 1, 2].map((column) =>
    Math.max(...cells.map((line) => line[column]!.length)),
  );
  return cells
    .map((line) =>
      line
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
