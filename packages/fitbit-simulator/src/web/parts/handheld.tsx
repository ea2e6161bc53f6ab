import { effect, signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { send, world } from "../page";
import { Icon } from "./icon";
import { NoticeBar } from "./notice";
import { Waves } from "./waves";
import { WatchScreen } from "./watch-screen";

/** Also where a home screen's shortcut leads, and what a reload comes back to. */
const ADDRESS = "#watch";

/** The phone stands in for the watch: nothing but its screen. */
export const handheld = signal(location.hash === ADDRESS);

effect(() => {
  const address = handheld.value ? ADDRESS : location.pathname;
  history.replaceState(null, "", address);
});

/** The watch's display as large as the phone's, kept awake. */
export function Handheld() {
  useEffect(() => {
    // On a wrist there is one speed, and who picks the watch up looks at it.
    send({ do: "speed", speed: 1 });
    send({ do: "display", on: true });
    return stayAwake();
  }, []);
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
  const wake = () => {
    if (world.value?.displayOn === false) send({ do: "display", on: true });
  };
  return (
    <main class="handheld" aria-label="Watch" onPointerDown={wake}>
      <button
        type="button"
        class="leave"
        onPointerDown={(event) => event.stopPropagation()}
        onClick={() => (handheld.value = false)}
      >
        <Icon name="close" /> Close
      </button>
      <NoticeBar />
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
