import { constants } from "node:os";
import { ArgumentError, CommandFailure } from "./arguments";
import { errorText } from "./error-text";

/** Exit code for arguments that make no sense. */
const BAD_ARGUMENTS = 2;
/** Exit code when the output cannot be written. */
const NOT_WRITTEN = 1;

/** Why a command ends before it is through. */
interface Interruption {
  /** The exit code; for a signal 128 and its number, as shells have it. */
  readonly code: number;
  /** What there is to say, in one line. */
  readonly line?: string;
}

/** What the one message of a failed command says: of what is not its own fault, no place in the code. */
function failureText(error: unknown): string {
  const known =
    error instanceof ArgumentError ||
    error instanceof CommandFailure ||
    // What the system refuses: a folder that cannot be written, a full disk.
    (error instanceof Error && "syscall" in error);
  return errorText(error, known);
}

/** Tells when standard output cannot be written any more. */
function whenOutputFails(stop: (why: Interruption) => void): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    // Who reads no more, as `head` does, needs no word.
    if (error.code === "EPIPE") {
      return stop({ code: 128 + constants.signals.SIGPIPE });
    }
    const line = `the output cannot be written (${error.code}); this ends here`;
    stop({ code: NOT_WRITTEN, line });
  });
  // There is nowhere left to say it.
  process.stderr.on("error", () => undefined);
}

/** Tells of Ctrl-C, a stop from outside and a closed terminal. */
function whenSignalled(stop: (why: Interruption) => void): void {
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    // Once: the second one ends the process at once, as it does without a listener.
    process.once(name, () => stop({ code: 128 + constants.signals[name] }));
  }
}

/** The exit code of a command that was stopped; undefined when it was not. */
export function stoppedCode(stopped: AbortSignal): number | undefined {
  return (stopped.reason as Interruption | undefined)?.code;
}

/**
 * Runs a command that has nothing to put in order: signals end it at once, and so does an output
 * that cannot be written. Sets the exit code of the process; bad arguments are 2 and one line.
 * @param main gives the exit code
 * @param failed exit code for an error that nobody expected
 */
export async function asCommand(
  main: () => number | Promise<number>,
  failed = 1,
): Promise<void> {
  whenOutputFails(({ code, line }) => {
    if (line) console.error(line);
    process.exit(code);
  });
  try {
    process.exitCode = await main();
  } catch (error) {
    console.error(failureText(error));
    process.exitCode = error instanceof ArgumentError ? BAD_ARGUMENTS : failed;
  }
}

/**
 * As {@link asCommand}, for a command that ends in order when it is stopped: by a signal, or
 * because its output cannot be written.
 * @param main ends soon once its signal is aborted
 */
export async function asStoppableCommand(
  main: (stopped: AbortSignal) => Promise<number>,
  failed = 1,
): Promise<void> {
  const stop = new AbortController();
  const { signal } = stop;
  let unwritten = false;
  const end = (why: Interruption) => {
    if (signal.aborted) return;
    if (why.line) console.error(why.line);
    unwritten = why.line !== undefined;
    stop.abort(why);
  };
  whenSignalled(end);
  whenOutputFails(end);
  let code: number;
  try {
    code = await main(signal);
  } catch (error) {
    // A signal that came while nothing else could run is noticed now.
    await turn();
    const known = error instanceof ArgumentError;
    code = stoppedCode(signal) ?? (known ? BAD_ARGUMENTS : failed);
    // What fails because it was stopped needs no word.
    if (!signal.aborted) console.error(failureText(error));
  }
  // The last line may not have been written.
  await turn();
  process.exitCode = unwritten ? NOT_WRITTEN : code;
}

/** Lets signals and closed outputs be noticed. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
