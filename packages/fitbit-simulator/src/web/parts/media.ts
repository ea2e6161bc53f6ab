import { type ReadonlySignal, signal } from "@preact/signals";

/** Whether a media query holds, kept up to date. */
export function matches(query: string): ReadonlySignal<boolean> {
  const list = window.matchMedia(query);
  const holds = signal(list.matches);
  list.addEventListener("change", () => {
    holds.value = list.matches;
  });
  return holds;
}
