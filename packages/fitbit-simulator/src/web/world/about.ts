import type { PackageImages } from "../../draw/images";
import type { FitbitPackage } from "../../engine";
import { visibleLine } from "../../visible";
import type { About, Setup } from "./protocol";

/** What the page says of a package. */
export function aboutPackage(
  pkg: FitbitPackage,
  targets: readonly string[],
  setup: Setup,
  file: string | undefined,
  sameId: string | undefined,
  images: PackageImages,
): About {
  const { manifest } = pkg.watch(setup.target);
  return {
    name: visibleLine(manifest.name) || "App without a name",
    appId: pkg.manifest.appId,
    kind: manifest.appType,
    targets,
    languages: [...manifest.languages.keys()],
    permissions: pkg.manifest.requestedPermissions,
    setup,
    screen: manifest.screen,
    icon: images.url("icon.png", undefined),
    file,
    sameId,
  };
}
