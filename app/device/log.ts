/** Runs something whose failure must not stop the session; it is logged. */
export function safely(action: () => void): void {
  try {
    action();
  } catch (error) {
    console.error(String(error));
  }
}
