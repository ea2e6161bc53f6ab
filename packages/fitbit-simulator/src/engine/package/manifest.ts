import type { ProgramName } from "../events";
import { WATCH_SCREEN } from "../watch/models";
import { PackageError } from "./error";

/** The package's own manifest, reduced to what a host needs. */
export interface PackageManifest {
  readonly appId: string;
  readonly buildId: string;
  readonly deviceApi: string;
  readonly requestedPermissions: readonly string[];
  /** Bundle file of each watch model, by its code name. */
  readonly watch: ReadonlyMap<string, string>;
  readonly companion: string | undefined;
  /** Path of the source map of one of a program's files; undefined when none is named. */
  sourceMap(
    program: ProgramName,
    target: string,
    file: string,
  ): string | undefined;
  /** What is too much and not taken, a line each. */
  readonly leftOut: readonly string[];
}

/** A watch bundle's manifest, reduced to what a host needs. */
export interface DeviceManifest {
  readonly appType: "app" | "clockface";
  readonly name: string;
  /** Version of the device API, such as `8.2.0`; {@link ANY_API} of a package with proposed APIs. */
  readonly api: string;
  readonly main: string;
  /** Path of the first view. */
  readonly view: string;
  /** Path of the shared definitions, if any. */
  readonly widgets: string | undefined;
  /** JavaScript heap the app asks for, in KB; what the SDK lets one ask for, whatever it says. */
  readonly heapSize: number;
  /** Path of the compiled strings by language, lower case (`en-us`). */
  readonly languages: ReadonlyMap<string, string>;
  readonly defaultLanguage: string;
  readonly screen: { readonly width: number; readonly height: number };
  /** What is too much and not taken, a line each. */
  readonly leftOut: readonly string[];
}

/** What `enableProposedAPI` makes of the version: whatever there is. */
export const ANY_API = "*";
/** Major version of the device API of SDK 4.0; 4.3 has 6, 5 has 7, 6 has 8. */
const OLDEST_API = 5;

/** Far more than any package has, of permissions, languages and watch models. */
const MOST_ENTRIES = 100;
/** The longest name of an app, a permission or a language, in characters. */
const MOST_CHARACTERS = 100;

/** Larger than any watch's screen. */
const MOST_PIXELS = 2000;

type Json = Record<string, unknown>;

/** @throws PackageError when the manifest is not one of a package of SDK 4 to 6 */
export function readPackageManifest(text: string): PackageManifest {
  const json = parse(text, "manifest.json");
  if (json["manifestVersion"] !== 6) {
    throw new PackageError(
      `manifest.json has manifestVersion ${JSON.stringify(json["manifestVersion"])}, not 6: not a package of SDK 4 to 6`,
    );
  }
  const components = record(json["components"]);
  const watch = new Map<string, string>();
  const { shown, leftOut } = first(Object.entries(record(components["watch"])));
  const asked = first(strings(json["requestedPermissions"]));
  for (const [target, entry] of shown) {
    const filename = record(entry)["filename"];
    if (typeof filename !== "string") continue;
    if (target.length <= MOST_CHARACTERS) watch.set(target, filename);
  }
  if (watch.size === 0) {
    throw new PackageError("manifest.json names no watch component");
  }
  return {
    appId: short(json["appId"]),
    buildId: short(json["buildId"]),
    deviceApi: short(record(json["sdkVersion"])["deviceApi"]),
    requestedPermissions: asked.shown.map(short),
    leftOut: [
      ...told("watch models", leftOut),
      ...told("permissions", asked.leftOut),
    ],
    watch,
    companion: string(record(components["companion"])["filename"]),
    sourceMap: (program, target, file) => {
      const maps = record(json["sourceMaps"]);
      const ofProgram =
        program === "watch" ? record(maps["device"])[target] : maps[program];
      return string(record(ofProgram)[file]);
    },
  };
}

/** @throws PackageError when the bundle has no JavaScript app or an API older than SDK 4 */
export function readDeviceManifest(
  text: string,
  label: string,
): DeviceManifest {
  const json = parse(text, `${label}: manifest.json`);
  const main = string(json["main"]);
  if (main === undefined) {
    throw new PackageError(`${label} has no JavaScript app (no "main")`);
  }
  const api = string(json["apiVersion"]) ?? "";
  if (api !== ANY_API && !(parseInt(api, 10) >= OLDEST_API)) {
    throw new PackageError(
      `${label} was built for device API ${api || "unknown"}; SDK 4 to 6 have ${OLDEST_API} or newer`,
    );
  }
  const languages = new Map<string, string>();
  const { shown: i18n, leftOut } = first(Object.entries(record(json["i18n"])));
  for (const [language, entry] of i18n) {
    const path = string(record(entry)["resources"]);
    if (path !== undefined) languages.set(short(language).toLowerCase(), path);
  }
  const size = record(record(json["supports"])["screenSize"]);
  return {
    appType: json["appType"] === "clockface" ? "clockface" : "app",
    name: short(json["name"]),
    api,
    main,
    view: string(json["svgMain"]) ?? "resources/index.view",
    widgets: string(json["svgWidgets"]),
    heapSize: between(64, number(json["heapSize"]) ?? 64, 128),
    languages,
    defaultLanguage: (i18n[0]?.[0] ?? "en-us").toLowerCase(),
    screen: {
      width: between(1, number(size["w"]) ?? WATCH_SCREEN.width, MOST_PIXELS),
      height: between(1, number(size["h"]) ?? WATCH_SCREEN.height, MOST_PIXELS),
    },
    leftOut: told("languages", leftOut),
  };
}

/** Paths of the phone bundle's two scripts. @throws PackageError */
export function readPhoneManifest(
  text: string,
  label: string,
): { companion: string; settings: string } {
  const json = parse(text, `${label}: manifest.json`);
  return {
    companion: string(record(json["companion"])["main"]) ?? "companion.js",
    settings: string(record(json["settings"])["main"]) ?? "settings.js",
  };
}

function parse(text: string, label: string): Json {
  try {
    return record(JSON.parse(text));
  } catch {
    throw new PackageError(`${label} is not valid JSON`);
  }
}

function record(value: unknown): Json {
  return typeof value === "object" && value !== null ? (value as Json) : {};
}

function between(least: number, value: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

function string(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function number(value: unknown): number | undefined {
  return typeof value === "number" && Number.isFinite(value)
    ? value
    : undefined;
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((v) => typeof v === "string") : [];
}

/** The first entries of a list, as many as are taken. */
function first<T>(list: readonly T[]): { shown: T[]; leftOut: number } {
  const shown = list.slice(0, MOST_ENTRIES);
  return { shown, leftOut: list.length - shown.length };
}

/** A name, cut where it is too long to be one; empty for anything else. */
function short(value: unknown): string {
  const text = string(value) ?? "";
  return text.length > MOST_CHARACTERS
    ? `${text.slice(0, MOST_CHARACTERS)}…`
    : text;
}

function told(what: string, leftOut: number): string[] {
  return leftOut === 0
    ? []
    : [`${leftOut} ${what} are left out: more than ${MOST_ENTRIES}`];
}
