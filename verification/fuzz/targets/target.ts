import fc from "fast-check";
import { Result, faultText } from "../../../common/result";

/** One place where the product reads something that it did not write itself. */
export interface Target {
  readonly name: string;
  readonly inputs: fc.Arbitrary<unknown>;
  /**
   * Reads one input. True when it was accepted, false when it was refused with a value or with the
   * error that is meant for it.
   * @throws what should never be thrown
   */
  feed(input: unknown): boolean;
}

/** A target whose inputs are made when they are first needed. */
export function target<T>(
  name: string,
  make: () => fc.Arbitrary<T>,
  feed: (input: T) => boolean,
): Target {
  let inputs: fc.Arbitrary<T> | undefined;
  return {
    name,
    get inputs() {
      return (inputs ??= make());
    },
    feed: (input) => feed(input as T),
  };
}

/** False when the action throws the error that says in one line why something is refused. */
export function accepts(
  Refusal: new (...args: never[]) => Error,
  action: () => unknown,
): boolean {
  try {
    action();
    return true;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (!error.message || error.message.includes("\n")) {
      throw new Error(`not one line: ${error.message}`, { cause: error });
    }
    return false;
  }
}

/** True for a value. @throws Error when a refusal takes too many words */
export function checkedResult<T>(result: Result<T>): boolean {
  if (!result.ok && faultText(result.fault).length > 600) {
    throw new Error(`too long a message: ${faultText(result.fault)}`);
  }
  return result.ok;
}
