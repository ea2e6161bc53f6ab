/** A text with a value in the place of `%1`. */
export function filled(text: string, value: string | number): string {
  return text.replace("%1", () => String(value));
}
