/** Why something cannot be done, if it cannot. */
export function tried(action: () => void): string | void {
  try {
    action();
  } catch (error) {
    return (error as Error).message;
  }
}
