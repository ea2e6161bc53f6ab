/** Longest name of a file in bytes of UTF-8, as on most systems. */
const MOST_BYTES = 255;

/**
 * Why a name cannot be that of a file in an app's one folder; undefined when it can. `con` and `a:b`
 * can: the computer keeps files in a text, under names that are the device's own.
 * @param given how the message shows the name
 */
export function fileNameFault(name: string, given = name): string | undefined {
  if (/^\.{0,2}$|[/\0]/.test(name)) {
    return `not a file an app can have: ${given}`;
  }
  const bytes = new TextEncoder().encode(name).length;
  return bytes > MOST_BYTES
    ? `a name of ${bytes} bytes is too long; allowed: ${MOST_BYTES}`
    : undefined;
}
