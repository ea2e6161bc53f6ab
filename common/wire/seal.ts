/**
 * The seal under which the watch stores a list in a file of its own: the length of
 * the list's text, then the codes of its letters, each added to 31 times what was
 * before, in 24 bits. The watch makes the same without the text
 * (app/storage/files.ts).
 */
export function sealOf(value: unknown): number {
  const text = String(value);
  let seal = text.length;
  for (let i = 0; i < text.length; i++) {
    seal = (seal * 31 + text.charCodeAt(i)) & 0xffffff;
  }
  return seal;
}
