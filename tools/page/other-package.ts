import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { openPackage } from "fitbit-simulator";

/**
 * Has the page in a folder open a package, for the watches that it is built for, beside its own one.
 * @param file of the package, which is served beside the page under its own name
 */
export function nameOtherPackage(folder: string, file: string): void {
  const { targets } = openPackage(new Uint8Array(readFileSync(file)));
  const said = [basename(file), ...targets].join(" ");
  const index = join(folder, "index.html");
  const html = readFileSync(index, "utf8");
  const named = `<meta name="other-package" content="${said}" />`;
  writeFileSync(index, html.replace("</head>", `  ${named}\n  </head>`));
}
