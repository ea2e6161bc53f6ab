import { copyFile, cp } from "node:fs/promises";
import { join } from "node:path";
import { asCommand, parseNoArguments } from "fitbit-simulator/run";
import { PAGE_FOLDER } from "fitbit-simulator/serve";
import { freshPage } from "../../packages/fitbit-simulator/tools/page";
import { makeWhole } from "../../packages/fitbit-simulator/tools/whole-folder";
import { freshBuild, ROOT } from "../build/fresh-build";

/** The folder of the simulator's page with this app in it. */
export const WEB = join(ROOT, "dist/web");

const USAGE = `npm run build:web
Makes dist/web: the simulator's page with this app, as files for any web server.`;

/** Makes static files that work from any folder of a web server. */
export async function buildWeb(): Promise<void> {
  const app = freshBuild();
  await freshPage();
  await makeWhole(WEB, async (beside) => {
    await cp(PAGE_FOLDER, beside, { recursive: true });
    await copyFile(app, join(beside, "app.fba"));
  });
}

if (require.main === module) {
  void asCommand(async () => {
    if (parseNoArguments(process.argv.slice(2)) === "help") {
      console.log(USAGE);
      return 0;
    }
    await buildWeb();
    process.stdout.write(`${WEB}\n`);
    return 0;
  });
}
