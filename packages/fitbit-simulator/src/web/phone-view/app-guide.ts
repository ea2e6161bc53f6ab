import { computed, effect, signal } from "@preact/signals";
import { about, listen, screen, send, statusAgeMs, world } from "../page";
import type { Guide, GuideInLanguage, Moment } from "./guide";
import { say } from "./voice";
import { type Change, SightFollower } from "./sight";

// The guide that the page came with, in the language of the watch, and what it says of the moment.

const named = document.querySelector<HTMLMetaElement>('meta[name="guide"]');
/** Undefined for none, also where it could not be loaded. */
const loaded = signal<Guide | undefined>(undefined);
/** It is known whether there is a guide, and its words are there. */
const settled = signal(named === null);
const inLanguage = signal<GuideInLanguage | undefined>(undefined);
const content = signal<unknown>(undefined);
const follower = new SightFollower();
const seen = signal(follower.seen);

/** The guide of the app that is open; undefined where the page has none for it. */
export const guide = computed(() => {
  const open = about.value;
  const own = open?.file === undefined && open?.appId === loaded.value?.appId;
  return own ? loaded.value : undefined;
});

/** The same in the language of the watch, once that is loaded. */
export const guideWords = computed(() =>
  guide.value === undefined ? undefined : inLanguage.value,
);

/** The page is still to learn whether it has a guide for the app that opens. */
export const guideLoading = computed(
  () => about.value === undefined || !settled.value,
);

/** What is said beside the watch at the moment; undefined where its screen says it all. */
export const moment = signal<Moment | undefined>(undefined);

/** Loads the guide that the page names, if it names one. */
export async function loadGuide(): Promise<void> {
  if (named === null) return;
  const address = new URL(named.content, document.baseURI).href;
  try {
    const module = (await import(/* @vite-ignore */ address)) as {
      guide: Guide;
    };
    loaded.value = module.guide;
    askForContent();
  } catch {
    // Without it the page is the one for any app.
    settled.value = true;
  }
}

effect(() => {
  const locale = about.value?.setup.locale;
  const wanted = loaded.value;
  if (wanted === undefined || locale === undefined) return;
  wanted.inLanguage(locale).then(
    (words) => {
      if (about.peek()?.setup.locale !== locale) return;
      inLanguage.value = words;
      settled.value = true;
    },
    // The words before stay.
    () => (settled.value = true),
  );
});

effect(() => {
  const now = guideWords.value;
  const at = seen.value;
  const images = screen.value?.images ?? [];
  const file = content.value;
  if (now === undefined || at === undefined) {
    moment.value = undefined;
    return;
  }
  moment.value = now.moment({
    seen: at,
    images,
    file,
    seconds: secondsNow(),
  });
});

/** Seconds of the watch's time at this moment. */
function secondsNow(): number {
  const state = world.peek();
  if (state === undefined) return 0;
  const rate = Number.isFinite(state.rate) ? state.rate : 0;
  return (state.nowMs + statusAgeMs() * rate) / 1000;
}

listen({
  opened() {
    follower.forget();
    seen.value = undefined;
    askForContent();
  },
  content(name, value) {
    if (name === loaded.value?.file) content.value = value;
  },
  happened(events) {
    const changes = follower.follow(events);
    seen.value = follower.seen;
    const file = guide.value?.file;
    if (events.some((event) => event.type === "file" && event.name === file)) {
      askForContent();
    }
    for (const change of changes) speak(change);
  },
});

function askForContent(): void {
  const file = loaded.value?.file;
  if (file !== undefined) send({ do: "read", name: file });
}

function speak({ before, now, felt }: Change): void {
  const phrase = guideWords.value?.phrase(before, now, felt);
  const locale = about.value?.setup.locale;
  if (phrase !== undefined && locale !== undefined) say(phrase, locale);
}
