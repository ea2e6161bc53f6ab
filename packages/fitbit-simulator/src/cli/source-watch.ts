import { newestSource } from "../testing/build";

/** How often the sources are looked at, in milliseconds; every file system can do that. */
const EVERY_MS = 400;

/** Tells when the sources of a project have changed, once they rest. */
export class SourceWatch {
  private known: number;

  /** @param folder the project's folder; what it holds now is known */
  constructor(private readonly folder: string) {
    this.known = newestSource(folder);
  }

  /**
   * Waits for the next change; more of them in a row, as of an editor that saves several files,
   * are one.
   * @param stopped ends the waiting, without a change
   */
  changed(stopped: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      let last = this.known;
      const end = () => {
        clearInterval(look);
        stopped.removeEventListener("abort", end);
        resolve();
      };
      const look = setInterval(() => {
        const now = newestSource(this.folder);
        const rests = now === last;
        last = now;
        if (!rests || now === this.known) return;
        this.known = now;
        end();
      }, EVERY_MS);
      stopped.addEventListener("abort", end);
      if (stopped.aborted) end();
    });
  }
}
