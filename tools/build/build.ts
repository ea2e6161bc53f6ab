import { figureSheet, hasFigures } from "./figure-sheet";
import { makeFigures } from "./figures";
import { ROOT } from "./fresh-build";
import { makePackage } from "./make-package";

// `npm run build [-- --plain]`: the figure's pictures where they are out of date,
// then the package.

const PLAIN = "--plain";
const BAD_ARGUMENTS = 2;

async function build(plain: boolean): Promise<void> {
  const sheet = figureSheet();
  if (!hasFigures(ROOT, sheet)) makeFigures(sheet);
  await makePackage(ROOT, plain);
  console.log("build/app.fba");
}

const given = process.argv.slice(2);
const unknown = given.find((argument) => argument !== PLAIN);
if (unknown !== undefined) {
  console.error(
    `build: ${unknown} is unknown. Allowed: ${PLAIN}, which leaves the watch app as large as its source. Nothing was built.`,
  );
  process.exitCode = BAD_ARGUMENTS;
} else {
  build(given.length > 0).catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
