let noted: (() => void) | undefined;

/** Names who is told, from now on, that something failed. */
export function noteFaults(note: () => void): void {
  noted = note;
}

/**
 * Does something whose failure must not stop the session: it is logged, and
 * noted where a session is under way.
 */
export function safely<T, A>(
  self: T,
  action: (this: T, argument: A) => void,
  argument: A,
): void {
  try {
    action.call(self, argument);
  } catch (error) {
    console.error(String(error));
    if (noted) noted();
  }
}
