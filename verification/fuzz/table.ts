import type { Measurement } from "./measurement";

const HEADINGS = [
  "target",
  "inputs",
  "accepted",
  "refused",
  "slowest",
  "held",
  "peak",
  "time",
  "broke",
];

/** The first two lines of the table, in Markdown. */
export function headings(): string {
  const rule = HEADINGS.map((_, i) => (i ? "--:" : "---"));
  return [HEADINGS, rule].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** What feeding a target cost, as a line of the table. */
export function row(
  target: string,
  measured: Measurement,
  broke: boolean,
): string {
  const count = (n: number): string => n.toLocaleString("en-US");
  const mb = (bytes: number): string => `${(bytes / 1048576).toFixed(1)} MB`;
  const cells = [
    target,
    count(measured.inputs),
    count(measured.accepted),
    count(measured.refused),
    `${measured.slowestMs.toFixed(1)} ms`,
    mb(Math.max(0, measured.heldBytes)),
    mb(measured.peakBytes),
    `${measured.seconds.toFixed(0)} s`,
    broke ? "yes" : "no",
  ];
  return `| ${cells.join(" | ")} |`;
}
