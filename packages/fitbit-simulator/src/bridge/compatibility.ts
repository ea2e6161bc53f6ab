import { modelName } from "../engine/watch/models";
import { WatchFailure } from "./failure";
import type { WatchApp } from "./watch-app";

/** What a watch says that it runs. */
export interface Runs {
  readonly family: string;
  readonly maxAPIVersion?: string | undefined;
  readonly exactAPIVersion?: readonly string[] | undefined;
}

/** The oldest API, which a watch that names none has. */
const FIRST_API = "1.0.0";

function parts(version: string): [major: number, minor: number] {
  const [major, minor] = version.split(".").map(Number);
  return [major || 0, minor || 0];
}

/** A watch runs what was built for its API or one before; patches make no difference. */
function runsApi(api: string, runs: Runs): boolean {
  if (api === "*" || runs.exactAPIVersion?.includes(api)) return true;
  const [major, minor] = parts(api);
  const [most, mostMinor] = parts(runs.maxAPIVersion ?? FIRST_API);
  return most > major || (most === major && mostMinor >= minor);
}

function named(families: Iterable<string>): string {
  return [...families].map(modelName).join(", ") || "nothing";
}

/**
 * The bundle of an app for a watch.
 * @throws WatchFailure when it was built for other models, or for a newer API
 */
export function bundleFor(app: WatchApp, watch: readonly Runs[]): Uint8Array {
  const models = watch.filter(({ family }) =>
    app.bundles.has(family.toLowerCase()),
  );
  if (!models.length) {
    throw new WatchFailure(
      "incompatible",
      `the package is for ${named(app.bundles.keys())}; this watch takes apps for ${named(watch.map(({ family }) => family.toLowerCase()))}. Nothing was changed on it`,
    );
  }
  const model = models.find((one) => runsApi(app.api, one));
  if (!model) {
    const known = models.map((one) => one.maxAPIVersion ?? FIRST_API);
    throw new WatchFailure(
      "incompatible",
      `the package needs device API ${app.api}; this watch has ${known.join(", ")}. Update the watch, or build with an older SDK. Nothing was changed on it`,
    );
  }
  return app.bundles.get(model.family.toLowerCase())!;
}
