import { signal } from "@preact/signals";
import { askFor } from "../host";

/** The browser does not keep this display on, for want of a way or because it refuses. */
export const mayGoDark = signal(false);

/** Keeps the display of this phone on. Returns a function that ends this. */
export function stayAwake(): () => void {
  let lock: WakeLockSentinel | undefined;
  let over = false;
  const release = () => askFor(() => lock?.release());
  const ask = async () => {
    if (over || document.hidden || lock?.released === false) return;
    try {
      lock = await navigator.wakeLock.request("screen");
      mayGoDark.value = false;
      // The browser ends the lock whenever the page is hidden, and when the battery is low.
      lock.addEventListener("release", again);
      if (over) release();
    } catch {
      mayGoDark.value = true;
    }
  };
  const again = () => void ask();
  again();
  document.addEventListener("visibilitychange", again);
  window.addEventListener("pointerdown", again);
  return () => {
    over = true;
    document.removeEventListener("visibilitychange", again);
    window.removeEventListener("pointerdown", again);
    release();
  };
}
