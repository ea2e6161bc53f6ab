import { strToU8, type Zippable, zipSync } from "fflate";
import { type FitbitPackage, openPackage } from "../engine";

/** A package written down in a test, in the layout `fitbit-build` makes. */
export interface InlinePackage {
  /** The watch app's main module, as CommonJS. */
  app?: string;
  /** More files of the watch bundle, by path. */
  files?: Record<string, string | Uint8Array>;
  /** Markup of the first view; a screen-filling button `go` and a text `label` when left out. */
  view?: string;
  companion?: string;
  settings?: string;
  permissions?: string[];
  appType?: "app" | "clockface";
  heapSize?: number;
  /** Changes to the manifests. */
  outer?: object;
  /** More files of the package itself, by path. */
  outerFiles?: Record<string, string>;
  device?: object;
}

const VIEW = `<svg>
  <rect id="go" pointer-events="visible" width="100%" height="100%" fill="black" />
  <text id="label">ready</text>
</svg>`;

/** The bytes of such a package. */
export function inlinePackageBytes(parts: InlinePackage): Uint8Array {
  const permissions = parts.permissions ?? [];
  const device: Record<string, Uint8Array> = {
    "manifest.json": json({
      appType: parts.appType ?? "app",
      main: "app/index.js",
      apiVersion: "8.2.0",
      name: "Test",
      requestedPermissions: permissions,
      supports: { screenSize: { w: 336, h: 336 } },
      svgMain: "resources/index.view",
      heapSize: parts.heapSize ?? 64,
      i18n: { "en-us": { name: "Test" } },
      ...parts.device,
    }),
    "app/index.js": strToU8(parts.app ?? ""),
    "resources/index.view": strToU8(parts.view ?? VIEW),
  };
  for (const [path, content] of Object.entries(parts.files ?? {})) {
    device[path] = typeof content === "string" ? strToU8(content) : content;
  }
  const phone: Record<string, Uint8Array> = {
    "manifest.json": json({
      manifestVersion: 2,
      companion: { main: "companion.js" },
      settings: { main: "settings.js" },
      requestedPermissions: permissions,
    }),
  };
  if (parts.companion !== undefined) {
    phone["companion.js"] = strToU8(parts.companion);
  }
  if (parts.settings !== undefined) {
    phone["settings.js"] = strToU8(parts.settings);
  }
  return packed({
    "manifest.json": json({
      manifestVersion: 6,
      buildId: "0x01",
      appId: "00000000-0000-4000-8000-000000000001",
      components: {
        watch: { atlas: { filename: "device-atlas.zip" } },
        companion: { filename: "companion.zip" },
      },
      sdkVersion: { deviceApi: "8.2.0", companionApi: "3.3.0" },
      requestedPermissions: permissions,
      ...parts.outer,
    }),
    "device-atlas.zip": packed(device, 0),
    "companion.zip": packed(phone, 0),
    ...Object.fromEntries(
      Object.entries(parts.outerFiles ?? {}).map(([path, text]) => [
        path,
        strToU8(text),
      ]),
    ),
  });
}

/** An archive that is pressed lightly, or not at all: more takes longer than what a test does with it. */
function packed(files: Zippable, level: 0 | 1 = 1): Uint8Array {
  return zipSync(files, { level });
}

/** Such a package, opened. */
export function inlinePackage(parts: InlinePackage): FitbitPackage {
  return openPackage(inlinePackageBytes(parts));
}

function json(value: object): Uint8Array {
  return strToU8(JSON.stringify(value));
}
