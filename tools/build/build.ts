import { buildPackage } from "fitbit-simulator/testing";
import { ROOT } from "./fresh-build";

// `npm run build`, after the pictures: makes `build/app.fba`, also when it is up to date.

try {
  process.stdout.write(buildPackage(ROOT));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
