/** Does something whose failure must not stop the session; it is logged. */
export function safely<T, A>(
  self: T,
  action: (this: T, argument: A) => void,
  argument: A,
): void {
  try {
    action.call(self, argument);
  } catch (error) {
    console.error(String(error));
  }
}
