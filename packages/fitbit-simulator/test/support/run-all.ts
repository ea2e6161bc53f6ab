import { writeFileSync } from "node:fs";
import { ArgumentError, errorText } from "../../src/run";
import { runCommand } from "../../src/cli/run-command";

/** What a package left behind, of one process that runs many. */
export interface Ran {
  /** Undefined where it ended by an error that no command expects. */
  readonly code: number | undefined;
  readonly tookMs: number;
  /** Bytes that the process has taken so far, at the most. */
  readonly peakBytes: number;
}

/**
 * Runs `fitbit-sim run` on each package file of the arguments, one after the other, into the JSON
 * file that is named first. Before each, a line `=== FILE` is printed to both outputs.
 */
async function main([results, ...files]: string[]): Promise<void> {
  const ran: Ran[] = [];
  for (const file of files) {
    for (const output of [process.stdout, process.stderr]) {
      output.write(`=== ${file}\n`);
    }
    const began = performance.now();
    let code: number | undefined;
    try {
      const args = [
        ...[file, "--do", "1:page-open", "--until", "3"],
        ...["--format", "text", "--state", `${file}.state`],
      ];
      code = await runCommand(args, new AbortController().signal);
    } catch (error) {
      const known = error instanceof ArgumentError;
      console.error(errorText(error, known));
      if (known) code = 2;
    }
    const tookMs = performance.now() - began;
    const peakBytes = process.resourceUsage().maxRSS * 1024;
    ran.push({ code, tookMs, peakBytes });
  }
  writeFileSync(results!, JSON.stringify(ran));
}

void main(process.argv.slice(2));
