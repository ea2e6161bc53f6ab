import { effect, signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { askFor, attempt } from "../host";
import { sayOnce, send, world } from "../page";
import { Icon } from "./icon";
import { NoticeBar } from "./notice";
import { Waves } from "./waves";
import { WatchNote } from "./watch-note";
import { WatchScreen } from "./watch-screen";

/** The address of this view: a shortcut on a home screen and a reload open it too. */
const ADDRESS = "#watch";

/** Whether the page shows the watch's screen alone, so that a phone can be used as the watch. */
export const handheld = signal(location.hash === ADDRESS);

effect(() => {
  const address = handheld.value ? ADDRESS : location.pathname;
  // Only a reload misses it.
  attempt(() => history.replaceState(null, "", address));
});

/** The watch's display as large as the phone's, which stays on. */
export function Handheld() {
  useEffect(() => {
    // On a wrist time goes at its own speed, and someone who opens this view looks at the display.
    send({ do: "speed", speed: 1 });
    send({ do: "display", on: true });
    return stayAwake();
  }, []);
  useEffect(() => {
    // Some phones refuse: then the page fills the window.
    askFor(() => document.documentElement.requestFullscreen?.());
    const left = () => {
      if (document.fullscreenElement === null) handheld.value = false;
    };
    document.addEventListener("fullscreenchange", left);
    return () => {
      document.removeEventListener("fullscreenchange", left);
      if (document.fullscreenElement !== null) {
        askFor(() => document.exitFullscreen());
      }
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
      <WatchNote />
      <Waves />
    </main>
  );
}

/** Keeps the phone's own display on. Returns a function that ends this. */
function stayAwake(): () => void {
  let lock: WakeLockSentinel | undefined;
  let over = false;
  const ask = async () => {
    if (over || document.hidden) return;
    try {
      lock = await navigator.wakeLock.request("screen");
      if (over) release();
    } catch {
      // Absent, or refused for an empty battery or by a policy.
      sayOnce(
        "This display may go off",
        "The browser does not keep it on: it goes off after its own timeout.",
      );
    }
  };
  const release = () => askFor(() => lock?.release());
  void ask();
  // The browser ends the lock whenever the page is hidden.
  const again = () => void ask();
  document.addEventListener("visibilitychange", again);
  return () => {
    over = true;
    document.removeEventListener("visibilitychange", again);
    release();
  };
}
