import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, resolve } from "node:path";

/**
 * Puts a text into a file so that the file is the old one or the new one, whole, whenever this
 * process or the machine dies, and the new one once this has returned. One writer at a time.
 * @throws Error of the system when it cannot be written; the file is then the old one
 */
export function writeWholeFile(file: string, text: string): void {
  const beside = `${file}.new`;
  try {
    const opened = openSync(beside, "w");
    try {
      // Goes on after a short write, as on a nearly full disk, until all is written or it throws.
      writeFileSync(opened, text);
      fsyncSync(opened);
    } finally {
      closeSync(opened);
    }
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
  flushFolder(dirname(file));
}

/** Makes a folder where there is none, and those that it is in, so that they outlast the machine. */
export function makeFolder(folder: string): void {
  // One by one: `recursive` never comes back where the system makes none, as in /proc.
  const missing: string[] = [];
  let at = resolve(folder);
  for (; !existsSync(at); at = dirname(at)) missing.unshift(at);
  if (missing.length === 0 && !statSync(at).isDirectory()) mkdirSync(at);
  for (const made of missing) {
    mkdirSync(made);
    flushFolder(dirname(made));
  }
}

/** Brings the names in a folder to the disk; Windows has no such call and refuses it. */
function flushFolder(folder: string): void {
  if (process.platform === "win32") return;
  const opened = openSync(folder, "r");
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
