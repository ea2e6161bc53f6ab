import { useSignalEffect } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { askFor } from "../host";
import { holdDisplay, sayOnce, send, world } from "../page";
import { handheld } from "../phone-view/mode";
import { mayGoDark, stayAwake } from "../phone-view/wake-lock";
import { Icon } from "./icon";
import { NoticeBar } from "./notice";
import { bodyClass } from "./side-buttons";
import { Waves } from "./waves";
import { WatchNote } from "./watch-note";
import { WatchScreen } from "./watch-screen";
import { say } from "../words/say";

/** The watch's display as large as the phone's, which stays on. */
export function Handheld() {
  useEffect(() => {
    // On a wrist time goes at its own speed, and someone who opens this view looks at the display.
    send({ do: "speed", speed: 1 });
    send({ do: "display", on: true });
    holdDisplay(true);
    const sleep = stayAwake();
    return () => {
      sleep();
      holdDisplay(false);
    };
  }, []);
  useSignalEffect(() => {
    if (!mayGoDark.value) return;
    sayOnce(
      say("This display may go off"),
      say(
        "The browser does not keep it on: it goes off after its own timeout.",
      ),
    );
  });
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
    <main
      class={`handheld ${bodyClass()}`}
      aria-label={say("Watch")}
      onPointerDown={wake}
    >
      <button
        type="button"
        class="leave"
        onPointerDown={(event) => event.stopPropagation()}
        onClick={() => (handheld.value = false)}
      >
        <Icon name="close" /> {say("Close")}
      </button>
      <NoticeBar />
      <WatchScreen />
      <WatchNote />
      <Waves />
    </main>
  );
}
