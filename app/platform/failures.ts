let listener: (() => void) | undefined;

/** Names who is told, from now on, that something failed. */
export function listen(failed: typeof listener): void {
  listener = failed;
}

/** Writes an error to the console and tells whoever listens. */
export function failed(error: unknown): void {
  console.error(String(error));
  if (listener) listener();
}

/**
 * Does something whose failure must not stop the session: the error goes to the
 * console, and whoever listens is told. Never throws.
 * @hot
 */
export function attempt<T, A>(
  self: T,
  action: (this: T, argument: A) => void,
  argument: A,
): void {
  try {
    action.call(self, argument);
  } catch (error) {
    failed(error);
  }
}
