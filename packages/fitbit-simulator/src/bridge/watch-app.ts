import { fromJSZip } from "@fitbit/app-package";
import { unzipSync, type Zippable, zipSync } from "fflate";
import JSZip from "jszip";
import { ArgumentError } from "../run/arguments";

/** What of a package goes to a watch. */
export interface WatchApp {
  readonly uuid: string;
  /** The device API that it was built for, such as `8.2.0`; `*` for any. */
  readonly api: string;
  /** The zip of each model that it was built for, by code name. */
  readonly bundles: ReadonlyMap<string, Uint8Array>;
}

/**
 * Reads a package of any SDK, as Fitbit's own module does.
 * @param label what the file is called in a message
 * @throws ArgumentError when it is none
 */
export async function readWatchApp(
  bytes: Uint8Array,
  label: string,
): Promise<WatchApp> {
  let read;
  try {
    read = await fromJSZip(await JSZip.loadAsync(bytes));
  } catch {
    throw new ArgumentError(`${label} is no Fitbit package`);
  }
  const { uuid, sdkVersion, components } = read;
  const bundles = Object.entries(components.device).map(
    ([family, { artifact }]) => [family, new Uint8Array(artifact)] as const,
  );
  if (!bundles.length) throw new ArgumentError(`${label} has no watch app`);
  return { uuid, api: sdkVersion.deviceApi, bundles: new Map(bundles) };
}

/** The time that each file of a changed zip has: the same content gives the same bytes. */
const MTIME = new Date(2020, 0, 1);

/**
 * The same app with one more file, or another content of it, in the bundle of each model.
 * @param path such as `resources/inbox`
 */
export function withFile(
  app: WatchApp,
  path: string,
  content: Uint8Array,
): WatchApp {
  const bundles = new Map<string, Uint8Array>();
  for (const [family, bundle] of app.bundles) {
    const files: Zippable = unzipSync(bundle);
    bundles.set(
      family,
      zipSync({ ...files, [path]: content }, { mtime: MTIME }),
    );
  }
  return { ...app, bundles };
}
