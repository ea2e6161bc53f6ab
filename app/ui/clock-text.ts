/** Minutes and seconds, such as 18:04; a part of a second counts as one. */
export function clockText(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  const rest = seconds % 60;
  return Math.floor(seconds / 60) + (rest < 10 ? ":0" : ":") + rest;
}
