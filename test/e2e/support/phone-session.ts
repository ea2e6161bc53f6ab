import type { BrowserContext } from "playwright-core";
import type { Visit } from "./visit";

/** Something that the page has asked of the phone, at a time of the page in milliseconds. */
export interface Asked {
  readonly at: number;
  readonly what: "say" | "hush" | "vibrate" | "awake";
  readonly value: string;
}

/** A phone whose voice, motor and wake lock note what they are asked for. */
const NOTING = `(() => {
  window.asked = [];
  const note = (what, value) => window.asked.push({ at: performance.now(), what, value });
  Object.defineProperty(window, "speechSynthesis", { value: {
    getVoices: () => [{ lang: "en-US", localService: true, name: "one" }, { lang: "de_DE", localService: true, name: "two" }],
    speak(spoken) {
      note("say", spoken.text);
      setTimeout(() => spoken.onstart?.(), 0);
    },
    cancel: () => note("hush", ""),
    addEventListener() {}, removeEventListener() {},
  } });
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  navigator.vibrate = (pattern) => { note("vibrate", String(pattern)); return true; };
  Object.defineProperty(navigator, "wakeLock", { value: { async request() {
    note("awake", "");
    window.lock = new EventTarget();
    window.lock.released = false;
    window.lock.release = async () => {
      window.lock.released = true;
      window.lock.dispatchEvent(new Event("release"));
    };
    return window.lock;
  } } });
})()`;

export async function noting(context: BrowserContext): Promise<void> {
  await context.addInitScript(NOTING);
}

/** What was asked for so far. */
export function asked({ page }: Visit): Promise<Asked[]> {
  return page.evaluate("window.asked");
}

/**
 * For the worker: its time goes so many times as fast, so that a session at its own speed takes
 * seconds. Short waits, such as that for the next frame, stay.
 */
export function quickly(times: number): string {
  return `{
    const now = performance.now.bind(performance), wait = setTimeout;
    performance.now = () => now() * ${times};
    self.setTimeout = (run, ms) => wait(run, ms > 40 ? ms / ${times} : ms);
  }`;
}

/** Opens the phone's own view and touches its Start. */
export async function beginOnPhone(on: Visit): Promise<void> {
  await on.button("Do it on this phone").click();
  await on.page.locator(".mat-begin .primary:enabled").tap();
  await on.page.locator(".mat-guide").waitFor();
}
