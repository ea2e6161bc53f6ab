import { attempt } from "./host";

/** A choice of this browser's user that outlives the page, where the browser stores it. */
export function readChoice(key: string): string | undefined {
  return attempt(() => localStorage.getItem(key)) ?? undefined;
}

/** Stores a choice; where the browser refuses, it holds until the page is closed. */
export function storeChoice(key: string, value: string): void {
  attempt(() => localStorage.setItem(key, value));
}

/** Forgets a choice, where the browser stores any. */
export function forgetChoice(key: string): void {
  attempt(() => localStorage.removeItem(key));
}
