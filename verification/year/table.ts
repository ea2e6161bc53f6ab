import type { Day } from "./year";
import { LOCAL_BESIDE, PAGE_FULL, SETTINGS_SLACK, WATCH_BYTES } from "./rules";

type Figure = (days: readonly Day[]) => string;

const most =
  (of: (day: Day) => number): Figure =>
  (days) =>
    Math.max(...days.map(of)).toLocaleString("en-US");

function middle(days: readonly Day[], of: (day: Day) => number): number {
  // A death costs time, so only days with the same death are compared.
  const same = days.filter((day) => day.killed === "watch");
  const sorted = same.map(of).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/** Rows of the table: the largest figure of each quarter. */
const SIZES: ReadonlyArray<readonly [what: string, figure: Figure]> = [
  ["sessions", most((day) => day.sessions)],
  ["heap peak of a session, bytes", most((day) => day.heapPeak)],
  ["watch: files", most((day) => day.watchFiles)],
  [`watch: bytes (at most ${WATCH_BYTES})`, most((day) => day.watchBytes)],
  ["companion's storage, characters", most((day) => day.local)],
  [
    `companion's storage, predicted: the history, and at most ${LOCAL_BESIDE} beside it`,
    most((day) => day.expected),
  ],
  ["settings, characters", most((day) => day.settings)],
  ["times the app woke up in a day", most((day) => day.wakeups)],
  ["changes of files in a day", most((day) => day.fileWrites)],
  [
    "changes of settings by the companion in a day",
    most((day) => day.settingsWrites),
  ],
];

/** Operations whose time is compared: the median of each quarter over that of the first. */
const TIMES: ReadonlyArray<readonly [what: string, of: (day: Day) => number]> =
  [
    ["time to launch", (day) => day.launchMs],
    ["time of a session", (day) => day.sessionMs],
    ["time to save it on the phone", (day) => day.saveMs],
    ["time to draw the settings page", (day) => day.drawMs],
  ];

/** The days in four parts of the same length. */
function quarters(days: readonly Day[]): Day[][] {
  const size = days.length / 4;
  return [0, 1, 2, 3].map((q) =>
    days.slice(Math.floor(q * size), Math.floor((q + 1) * size)),
  );
}

/** The figures of a year by quarters, as a table in Markdown. */
export function table(days: readonly Day[]): string {
  const parts = quarters(days);
  const [first] = parts;
  const page = days[PAGE_FULL - 1]?.settings ?? 0;
  const most = page.toLocaleString("en-US");
  const lines = [
    ["", "1st quarter", "2nd", "3rd", "4th"],
    ["---", "--:", "--:", "--:", "--:"],
    ...SIZES.map(([what, figure]) => [what, ...parts.map(figure)]),
    [
      `settings, predicted: as after ${PAGE_FULL} sessions, and at most ${SETTINGS_SLACK} more`,
      ...parts.map(() => most),
    ],
    ...TIMES.map(([what, of]) => {
      const base = middle(first ?? [], of);
      const ratio = (part: Day[]) =>
        `${(middle(part, of) / base).toFixed(2)} ×`;
      return [what, ...parts.map(ratio)];
    }),
  ];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
