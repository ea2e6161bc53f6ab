import { effect, signal } from "@preact/signals";
import { attempt } from "../host";

/** The address of this view: a shortcut on a home screen and a reload open it too. */
const ADDRESS = "#phone";
/** What it was before. */
const OLD_ADDRESS = "#watch";

const asked = () => [ADDRESS, OLD_ADDRESS].includes(location.hash);

/** Whether the page shows a session alone, so that a phone can be used as the watch. */
export const handheld = signal(asked());

window.addEventListener("hashchange", () => (handheld.value = asked()));

effect(() => {
  // Other addresses are links of their own.
  if (!handheld.value && !asked()) return;
  const address = handheld.value ? ADDRESS : location.pathname;
  // Only a reload misses it.
  attempt(() => history.replaceState(null, "", address));
});
