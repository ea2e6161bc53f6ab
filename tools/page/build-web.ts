import { copyFile, cp, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { asCommand, parseNoArguments } from "fitbit-simulator/run";
import { PAGE_FOLDER } from "fitbit-simulator/serve";
import { keepFolder } from "../../packages/fitbit-simulator/tools/kept-files";
import { freshPage } from "../../packages/fitbit-simulator/tools/page";
import { makeWhole } from "../../packages/fitbit-simulator/tools/whole-folder";
import { freshBuild, ROOT } from "../build/fresh-build";
import { writeGuide } from "./guide-files";
import { nameOtherPackage } from "./other-package";
import { giveOwnName } from "./own-name";

/** The folder of the page with this app in it, for any web server. */
export const WEB = join(ROOT, "dist/web");
/** The same for `npm start`: there the package may be built anew at any time. */
export const OWN_PAGE = join(ROOT, "dist/page");

const USAGE = `npm run build:web
Makes dist/web: this app's page, as files for any web server.`;

interface Manifest {
  readonly fitbit: {
    readonly appUUID: string;
    readonly appDisplayName: string;
    readonly i18n: Readonly<Record<string, unknown>>;
  };
}

/** Copies the simulator's page and makes it this app's own: its name, icon, guide and packages. */
async function ownPage(folder: string, older: string): Promise<void> {
  const text = await readFile(join(ROOT, "package.json"), "utf8");
  const { fitbit } = JSON.parse(text) as Manifest;
  await cp(PAGE_FOLDER, folder, { recursive: true });
  giveOwnName(folder, fitbit.appDisplayName);
  nameOtherPackage(folder, older);
  await writeGuide(folder, fitbit.appUUID, Object.keys(fitbit.i18n));
}

/** Makes static files that work from any folder of a web server. */
export async function buildWeb(): Promise<void> {
  const app = freshBuild();
  const older = freshBuild(4);
  await freshPage();
  await makeWhole(WEB, async (beside) => {
    await ownPage(beside, older);
    await copyFile(app, join(beside, "app.fba"));
    await copyFile(older, join(beside, basename(older)));
    keepFolder(beside, [], [basename(older)]);
  });
}

/** Makes the page that `npm start` serves around the packages; gives its folder. */
export async function buildOwnPage(): Promise<string> {
  const older = freshBuild(4);
  await freshPage();
  await makeWhole(OWN_PAGE, async (beside) => {
    await ownPage(beside, older);
    keepFolder(beside, ["app.fba"], [basename(older)]);
  });
  return OWN_PAGE;
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
