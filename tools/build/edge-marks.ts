import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from "fflate";

// Marks at the edge of the display, of class "edge", tell what the buttons at the right do.
// The toolchain chooses resources by the size of the display alone, and of the watches of
// 300 by 300 pixels only one has those buttons.

/** Parts for watches without buttons at the right: Versa 2 and Versa Lite. */
const WITHOUT = /^device-(mira|gemini)\.zip$/;
const STYLES = "resources/styles.css";
const RULE = ".edge {";

/** A part in which the marks are not seen. */
function hidden(part: Uint8Array): Uint8Array {
  const files = unzipSync(part);
  const styles = strFromU8(files[STYLES] ?? new Uint8Array());
  if (!styles.includes(RULE)) throw new Error(`${STYLES} has no ${RULE}`);
  const changed = styles.replace(RULE, `${RULE}\n  opacity: 0;`);
  return zipSync({ ...files, [STYLES]: strToU8(changed) });
}

/**
 * A package that shows marks of buttons only on models that have them.
 * @param bytes the package for the watches before Versa 3
 * @throws Error where a part has no style for the marks
 */
export function withEdgeMarks(bytes: Uint8Array): Uint8Array {
  const files: Zippable = {};
  for (const [path, content] of Object.entries(unzipSync(bytes))) {
    const part = WITHOUT.test(path) ? hidden(content) : content;
    files[path] = path.endsWith(".zip") ? [part, { level: 0 }] : part;
  }
  return zipSync(files);
}
