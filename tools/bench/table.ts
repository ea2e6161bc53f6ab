/** One line of the table. */
export interface Row {
  what: string;
  measured: string;
  budget: string;
  /** Over a hard budget the bench fails; over a goal it says so. */
  verdict: "within" | "over its goal" | "OVER BUDGET";
}

/** Judges a figure against a budget that must hold and a goal. */
export function row(
  what: string,
  value: number,
  unit: string,
  budget: number | undefined,
  goal?: number,
): Row {
  const number =
    value >= 100 ? Math.round(value) : Math.round(value * 100) / 100;
  const limits = [
    budget === undefined ? "" : `≤ ${budget}${unit}`,
    goal === undefined ? "" : `goal ≤ ${goal}${unit}`,
  ];
  return {
    what,
    measured: `${number}${unit}`,
    budget: limits.filter(Boolean).join(", "),
    verdict:
      budget !== undefined && value > budget
        ? "OVER BUDGET"
        : goal !== undefined && value > goal
          ? "over its goal"
          : "within",
  };
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
