import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ArgumentError, CommandFailure, quoted } from "../run";
import { buildPackage, freshPackage } from "../testing/build";
import { SourceWatch } from "./source-watch";

/**
 * Checks that an argument names the folder of a project that `fitbit-build` can build.
 * @throws ArgumentError
 */
export function requireProject(folder: string): string {
  let text: string;
  try {
    text = readFileSync(join(folder, "package.json"), "utf8");
  } catch {
    throw new ArgumentError(
      `--watch takes the folder of a project; ${quoted(folder)} has no package.json that can be read`,
    );
  }
  if (!/"fitbit"\s*:/.test(text)) {
    throw new ArgumentError(
      `--watch takes the folder of a project; the package.json of ${quoted(folder)} has no part "fitbit"`,
    );
  }
  return folder;
}

/** What is done again at each change of a project's sources. */
export interface Again {
  readonly folder: string;
  /** Runs the package; ends early once its signal is aborted. */
  run(file: string, ended: AbortSignal): Promise<void>;
  /** Says a line to whoever works on the project. */
  say(line: string): void;
  /** Ends all. */
  readonly stopped: AbortSignal;
  /** Makes `build/app.fba`; `fitbit-build` if not given. */
  build?(folder: string): void;
}

/** Builds and runs a project, and again at each change, until it is stopped. A build that fails is told. */
export async function runAgain(again: Again): Promise<void> {
  const { folder, say, stopped, build = buildPackage } = again;
  const watch = new SourceWatch(folder);
  while (!stopped.aborted) {
    const over = new AbortController();
    const changed = watch.changed(AbortSignal.any([stopped, over.signal]));
    const turned = new AbortController();
    void changed.then(() => turned.abort());
    try {
      const file = freshPackage(folder, undefined, build);
      await again.run(file, AbortSignal.any([stopped, turned.signal]));
    } catch (error) {
      if (!isToldInWords(error)) {
        over.abort();
        throw error;
      }
      if (!stopped.aborted) say(error.message);
    }
    if (stopped.aborted) return;
    if (!turned.signal.aborted) say(`waiting for a change in ${folder}`);
    await changed;
    if (!stopped.aborted) say("changed: built and run again");
  }
}

function isToldInWords(error: unknown): error is Error {
  return error instanceof CommandFailure || error instanceof ArgumentError;
}
