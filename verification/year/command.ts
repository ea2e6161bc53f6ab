import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { openPackage } from "fitbit-simulator";
import { freshBuild } from "../../tools/build/fresh-build";
import { DAYS, type Day, Year, liveDays } from "./life";
import { wholeNumber } from "../../tools/whole-number";
import {
  LOCAL_BESIDE,
  PAGE_FULL,
  SETTINGS_SLACK,
  WATCH_BYTES,
  brokenRules,
} from "./rules";

const USAGE = `npm run -s year -- [options]
  --sessions N   over 365 days (default 200)
  --package F    the .fba to live with (default build/app.fba, built when stale)`;

/** Exit codes: all as predicted; something grew; bad arguments. */
const FLAT = 0;
const GREW = 1;
const BAD_ARGUMENTS = 2;

type Figure = (days: readonly Day[]) => string;

const most =
  (of: (day: Day) => number): Figure =>
  (days) =>
    Math.max(...days.map(of)).toLocaleString("en-US");

function middle(days: readonly Day[], of: (day: Day) => number): number {
  // Days of one kind: a death costs time where it comes.
  const same = days.filter((day) => day.killed === "watch");
  const sorted = same.map(of).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/** Lines of the table: the most of each quarter. */
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
  ["changes of settings by the companion in a day", most((day) => day.stored)],
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

function table(days: readonly Day[]): string {
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

async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      sessions: { type: "string", default: "200" },
      package: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return FLAT;
  }
  const sessions = wholeNumber("sessions", values.sessions, 8);
  if (sessions > DAYS) {
    throw new RangeError(`--sessions is ${sessions}; allowed: at most ${DAYS}`);
  }
  const file = values.package ?? freshBuild();
  const year = new Year(openPackage(new Uint8Array(readFileSync(file))));
  const days = await liveDays(year, sessions, DAYS);
  console.log(table(days));
  console.log(`\nfiles on the watch: ${year.kept.files.join(", ")}`);
  const broken = brokenRules(days, year);
  for (const line of broken) console.error(line);
  return broken.length ? GREW : FLAT;
}

main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = BAD_ARGUMENTS;
  },
);
