import { visibleText } from "../visible";

/** What a command says of an error of any kind: the message, or where it is from as well. */
export function errorText(error: unknown, known: boolean): string {
  if (!(error instanceof Error)) return visibleText(String(error));
  return visibleText(known ? error.message : (error.stack ?? error.message));
}
