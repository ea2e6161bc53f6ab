import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./fresh-build";
import { watchTables } from "./watch-tables";

// `npm run generate`: writes what the watch carries of the tables.

for (const [path, text] of Object.entries(watchTables())) {
  writeFileSync(join(ROOT, path), text);
  console.log(path);
}
