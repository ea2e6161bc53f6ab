import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Resvg } from "@resvg/resvg-js";
import { ROOT } from "../build/fresh-build";

/** Pixels of the icons that home screens want. */
const ICONS = [192, 512];
const ICON = join(ROOT, "docs/icon.svg");
const DESCRIPTION =
  "A guided core session for runners, on this phone or on a simulated Fitbit watch.";

/** Puts one text in the place of another. @throws when that is not there */
function replaced(text: string, from: RegExp, to: string): string {
  if (!from.test(text)) throw new Error(`the page has no ${String(from)}`);
  return text.replace(from, () => to);
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (one) => `&#${one.charCodeAt(0)};`);
}

/** Gives the page in a folder the name and the icon of this app, and names its guide. */
export function giveOwnName(folder: string, name: string): void {
  const index = join(folder, "index.html");
  let html = readFileSync(index, "utf8");
  html = replaced(
    html,
    /<title>.*?<\/title>/,
    `<title>${escaped(name)}</title>`,
  );
  html = replaced(
    html,
    /<meta\s+name="description"[^>]*>/,
    `<meta name="description" content="${escaped(DESCRIPTION)}" />
    <meta name="guide" content="guide.js" />
    <link rel="apple-touch-icon" href="./icon-192.png" />`,
  );
  writeFileSync(index, html);
  const manifest = join(folder, "manifest.webmanifest");
  const said = JSON.parse(readFileSync(manifest, "utf8")) as Record<
    string,
    unknown
  >;
  const own = {
    ...said,
    id: "./",
    name,
    short_name: name,
    description: DESCRIPTION,
    start_url: "./#phone",
    background_color: "#000000",
    theme_color: "#000000",
  };
  delete (own as { shortcuts?: unknown }).shortcuts;
  writeFileSync(manifest, `${JSON.stringify(own, null, 2)}\n`);
  copyFileSync(ICON, join(folder, "icon.svg"));
  const svg = readFileSync(ICON);
  for (const width of ICONS) {
    const fitTo = { mode: "width", value: width } as const;
    const png = new Resvg(svg, { fitTo }).render().asPng();
    writeFileSync(join(folder, `icon-${width}.png`), png);
  }
}
