import { readFileSync } from "node:fs";
import { PACKAGE, ROOT } from "./fresh-build";
import { sourceLines } from "./source-lines";

// `npm run -s trace < LOG`: the same text, with lines of the source in stack
// traces of the watch app in `build/app.fba`.

process.stdout.write(sourceLines(ROOT, PACKAGE, readFileSync(0, "utf8")));
