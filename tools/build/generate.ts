import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { asCommand, parseNoArguments } from "fitbit-simulator/run";
import { ROOT } from "./fresh-build";
import { watchTables } from "./watch-tables";

const USAGE = `npm run generate
Writes what the watch carries of the tables.`;

function main(): number {
  if (parseNoArguments(process.argv.slice(2)) === "help") {
    console.log(USAGE);
    return 0;
  }
  for (const [path, text] of Object.entries(watchTables())) {
    writeFileSync(join(ROOT, path), text);
    console.log(path);
  }
  return 0;
}

void asCommand(main);
