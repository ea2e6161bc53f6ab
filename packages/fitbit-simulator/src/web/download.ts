import { about } from "./page";

/**
 * Gives a file to the browser's user.
 * @param what its name behind that of the app, such as `timeline.jsonl`
 */
export function download(file: Blob, what: string): void {
  const app = about.value?.name ?? "app";
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = `${app.replace(/\W+/g, "-").toLowerCase()}-${what}`;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
