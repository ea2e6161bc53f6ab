import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import chromium from "@sparticuz/chromium";
import { chromium as playwright, type Browser } from "playwright-core";

const SYSTEM_BROWSERS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/**
 * Options that fit one short task in a closed room, not a page that is tested: it would run
 * unguarded, a crash would end all, and drawing goes twice as fast without a pretended GPU.
 */
const UNWANTED =
  /^--(single-process|disable-web-security|allow-running-insecure-content|.*gl=.*|.*gpu.*|.*swiftshader.*)$/;

/** Starts a headless Chromium: the system's where there is one, else the one among the packages. */
export async function launchBrowser(): Promise<Browser> {
  const system = SYSTEM_BROWSERS.find((path) => existsSync(path));
  if (system !== undefined) {
    return playwright.launch({ executablePath: system, headless: true });
  }
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [
      ...chromium.args.filter((arg) => !UNWANTED.test(arg)),
      "--disable-gpu",
    ],
    // Its fonts are unpacked there: the same letters, and so the same pictures, on every machine.
    env: { ...definedEnvironment(), FONTCONFIG_PATH: join(tmpdir(), "fonts") },
    headless: true,
  });
}

/** Lends a browser for a while. */
export async function withBrowser(
  use: (browser: Browser) => Promise<void>,
): Promise<void> {
  const browser = await launchBrowser();
  try {
    await use(browser);
  } finally {
    await browser.close();
  }
}

function definedEnvironment(): Record<string, string> {
  const defined: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== undefined) defined[name] = value;
  }
  return defined;
}
