import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Icon } from "./icon";
import { Waves } from "./waves";
import { WatchScreen } from "./watch-screen";

/** The phone stands in for the watch: nothing but its screen. */
export const handheld = signal(false);

/** The watch's display as large as the phone's, kept awake. */
export function Handheld() {
  useEffect(() => stayAwake(), []);
  useEffect(() => {
    // Refused on some phones; the page fills the window all the same.
    void document.documentElement.requestFullscreen?.().catch(() => undefined);
    const left = () => {
      if (document.fullscreenElement === null) handheld.value = false;
    };
    document.addEventListener("fullscreenchange", left);
    return () => {
      document.removeEventListener("fullscreenchange", left);
      if (document.fullscreenElement !== null) void document.exitFullscreen();
    };
  }, []);
  return (
    <main class="handheld" aria-label="Watch">
      <button
        type="button"
        class="leave"
        onClick={() => (handheld.value = false)}
      >
        <Icon name="close" /> Close
      </button>
      <WatchScreen />
      <Waves />
    </main>
  );
}

/** Keeps the phone's own display on; gives the end of it. */
function stayAwake(): () => void {
  let lock: WakeLockSentinel | undefined;
  let over = false;
  const ask = async () => {
    if (over || document.hidden || !("wakeLock" in navigator)) return;
    try {
      lock = await navigator.wakeLock.request("screen");
      if (over) void lock.release();
    } catch {
      // An empty battery or a policy: the session goes on with the display's own timeout.
    }
  };
  void ask();
  // The browser takes the lock back whenever the page is out of sight.
  const again = () => void ask();
  document.addEventListener("visibilitychange", again);
  return () => {
    over = true;
    document.removeEventListener("visibilitychange", again);
    void lock?.release();
  };
}
