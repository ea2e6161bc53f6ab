import { asCommand, parseArguments } from "fitbit-simulator/run";
import { figureSheet, hasFigures } from "./figure-sheet";
import { makeFigures } from "./figures";
import { ROOT } from "./fresh-build";
import { makePackage } from "./make-package";

const USAGE = `npm run build [-- --plain]
Makes build/app.fba, and the figure's pictures where they are out of date.
  --plain  leaves the watch app as large as its source
  --help   this text`;

async function main(): Promise<number> {
  const { values } = parseArguments({
    args: process.argv.slice(2),
    options: { plain: { type: "boolean" }, help: { type: "boolean" } },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const sheet = figureSheet();
  if (!hasFigures(ROOT, sheet)) makeFigures(sheet);
  await makePackage(ROOT, values.plain);
  console.log("build/app.fba");
  return 0;
}

void asCommand(main);
