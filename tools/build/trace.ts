import { readFileSync } from "node:fs";
import { asCommand, parseNoArguments } from "fitbit-simulator/run";
import { PACKAGE } from "./fresh-build";
import { sourceLines } from "./source-lines";

const USAGE = `npm run -s trace < LOG
Prints the log again, with lines of the source in stack traces of the watch app
in build/app.fba.`;

function main(): number {
  if (parseNoArguments(process.argv.slice(2)) === "help") console.log(USAGE);
  else {
    const log = readFileSync(0, "utf8");
    process.stdout.write(sourceLines(PACKAGE, log));
  }
  return 0;
}

void asCommand(main);
