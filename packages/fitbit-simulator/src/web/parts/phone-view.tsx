import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { askFor } from "../host";
import { about, holdDisplay, screen, send, vibrations, world } from "../page";
import { moment } from "../phone-view/app-guide";
import type { Guide, GuideInLanguage } from "../phone-view/guide";
import { handheld } from "../phone-view/mode";
import { speaking, speech } from "../phone-view/voice";
import { stayAwake } from "../phone-view/wake-lock";
import { filled } from "../phone-view/words";
import { Figure } from "./figure";
import { Icon } from "./icon";
import { PhoneBegin } from "./phone-begin";
import { PhoneNotes } from "./phone-notes";
import { bodyClass } from "./side-buttons";
import { WatchScreen } from "./watch-screen";

/** Someone has touched Start: before that a browser allows neither sound nor voice. */
const begun = signal(false);

interface Props {
  readonly guide: Guide;
  readonly own: GuideInLanguage;
}

/** A session on this phone: the watch's screen, and beside it the figure and what is to be done. */
export function PhoneView({ guide, own }: Props) {
  useEffect(() => {
    send({ do: "speed", speed: 1 });
    holdDisplay(true);
    return () => holdDisplay(false);
  }, []);
  useEffect(() => {
    if (!begun.value) return undefined;
    speaking.value = true;
    vibrations.setLoud(true);
    const sleep = stayAwake();
    return () => {
      sleep();
      speaking.value = false;
      vibrations.setLoud(false);
    };
  }, [begun.value]);
  const close = () => {
    begun.value = false;
    handheld.value = false;
    if (document.fullscreenElement !== null) {
      askFor(() => document.exitFullscreen());
    }
  };
  const begin = () => {
    speech.allow();
    // Some phones refuse: then the page fills the window.
    askFor(() => document.documentElement.requestFullscreen?.());
    send({ do: "display", on: true });
    if (world.value?.running === false) send({ do: "watch", what: "launch" });
    const start = screen.value?.targets.find(({ id }) => id === guide.start);
    if (start !== undefined) {
      const x = start.x + start.width / 2;
      const y = start.y + start.height / 2;
      send({ do: "touch", phase: "down", x, y });
      send({ do: "touch", phase: "up", x, y });
    }
    begun.value = true;
  };
  const now = begun.value ? moment.value : undefined;
  const { words } = own;
  return (
    <main class="phone-view" data-busy={now !== undefined}>
      <header class="mat-bar">
        {now !== undefined && (
          <p>
            <span class="mat-place">{now.place}</span>
            {now.minutes !== undefined && (
              <span>{filled(words["minutes-left"], now.minutes)}</span>
            )}
          </p>
        )}
        <button type="button" class="leave" onClick={close}>
          <Icon name="close" /> {words.close}
        </button>
      </header>
      <PhoneNotes words={words} begun={begun.value} />
      {begun.value ? (
        <>
          <div class={`mat-watch ${bodyClass()}`}>
            <WatchScreen />
          </div>
          {now !== undefined && (
            <section class="mat-guide" aria-label={now.name}>
              {now.figure !== undefined && (
                <Figure guide={guide} place={now.figure} />
              )}
              <h1>
                {now.name}
                {now.detail !== "" && <small>{now.detail}</small>}
              </h1>
              {now.how !== "" && <p class="mat-how">{now.how}</p>}
              {now.next !== "" && (
                <p class="mat-next">{filled(words.next, now.next)}</p>
              )}
            </section>
          )}
        </>
      ) : (
        <PhoneBegin words={words} name={about.value?.name ?? ""} act={begin} />
      )}
    </main>
  );
}
