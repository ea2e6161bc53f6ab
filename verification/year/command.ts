import { quoted, requirePackage } from "fitbit-simulator/run";
import { freshBuild } from "../../tools/build/fresh-build";
import { PACKAGE, runCommand, wholeNumber } from "../options";
import { brokenRules } from "./rules";
import { table } from "./table";
import { DAYS, Year, liveDays } from "./year";

/** Two for each quarter of the table. */
const LEAST_SESSIONS = 8;

const OPTIONS = {
  sessions: wholeNumber(`sessions in ${DAYS} days`, 200, LEAST_SESSIONS, DAYS),
  package: PACKAGE,
};

/** Exit codes: everything is as predicted; something is not. */
const AS_PREDICTED = 0;
const BROKEN = 1;

void runCommand("year", OPTIONS, async ({ sessions, package: given }) => {
  const packageFile = given ?? freshBuild();
  const pkg = requirePackage(`--package ${quoted(packageFile)}`, packageFile);
  const year = new Year(pkg);
  const days = await liveDays(year, sessions, DAYS);
  console.log(table(days));
  console.log(`\nfiles on the watch: ${year.stored.files.join(", ")}`);
  const broken = brokenRules(days, year);
  for (const line of broken) console.error(line);
  return broken.length ? BROKEN : AS_PREDICTED;
});
