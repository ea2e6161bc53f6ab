import { asCommand, parseArguments, requireOneOf } from "fitbit-simulator/run";
import { hasFigures } from "./figure-sheet";
import { makeFigures } from "./figures";
import { ROOT } from "./fresh-build";
import { makePackage } from "./make-package";
import { type Generation, PACKAGES, figureSheets } from "./packages";

const USAGE = `npm run build [-- --sdk 4|6] [--plain]
Makes build/app.fba for Versa 3, Sense, Versa 4 and Sense 2, build/app-sdk4.fba for Ionic, Versa,
Versa Lite and Versa 2, and the figure's pictures where they are out of date.
  --sdk 4|6  only the package of this SDK
  --plain    leaves the watch app of SDK 6 as large as its source
  --help     this text`;

const GENERATIONS: readonly Generation[] = [6, 4];

async function main(): Promise<number> {
  const { values } = parseArguments({
    args: process.argv.slice(2),
    options: {
      sdk: { type: "string" },
      plain: { type: "boolean" },
      help: { type: "boolean" },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const only =
    values.sdk === undefined
      ? undefined
      : Number(requireOneOf("sdk", values.sdk, ["4", "6"]));
  for (const generation of GENERATIONS) {
    if (only !== undefined && generation !== only) continue;
    for (const sheet of figureSheets(generation)) {
      if (!hasFigures(ROOT, sheet)) makeFigures(sheet);
    }
    await makePackage(ROOT, generation, values.plain);
    console.log(PACKAGES[generation]);
  }
  return 0;
}

void asCommand(main);
