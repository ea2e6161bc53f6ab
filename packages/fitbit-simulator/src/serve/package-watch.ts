import { type Stats, unwatchFile, watchFile } from "node:fs";
import type { OutgoingHttpHeaders, ServerResponse } from "node:http";

/** How often a file is looked at, in milliseconds; every file system can do that. */
const EVERY_MS = 500;

/** Where pages hear that the package is another one. */
export const CHANGES = "changes";

/** Tells pages that are open when a package's file is another one. */
export class PackageWatch {
  private readonly pages = new Set<ServerResponse>();

  constructor(private readonly files: readonly string[]) {}

  /** Keeps an answer with these headers open, and writes to it at each change. */
  add(page: ServerResponse, headers: OutgoingHttpHeaders): void {
    page.writeHead(200, {
      ...headers,
      "Content-Type": "text/event-stream",
      "Cache-Control": "no-store",
    });
    page.flushHeaders();
    if (this.pages.size === 0) {
      for (const file of this.files) {
        watchFile(file, { interval: EVERY_MS }, this.looked);
      }
    }
    this.pages.add(page);
    page.on("close", () => {
      this.pages.delete(page);
      if (this.pages.size > 0) return;
      for (const file of this.files) unwatchFile(file, this.looked);
    });
  }

  /** Ends all answers. */
  close(): void {
    for (const page of this.pages) page.end();
  }

  private readonly looked = (now: Stats, before: Stats): void => {
    if (now.size === 0 || now.mtimeMs === before.mtimeMs) return;
    for (const page of this.pages) page.write("data: changed\n\n");
  };
}
