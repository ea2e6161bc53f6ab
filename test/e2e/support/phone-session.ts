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
 * Has a world that is to go at its own speed go so many times as fast, without the page's knowledge:
 * a session takes seconds, and the page does all that it does for a runner.
 */
export function quickly(times: number) {
  return async (context: BrowserContext): Promise<void> => {
    await context.addInitScript(`{
      const post = Worker.prototype.postMessage;
      Worker.prototype.postMessage = function (asked) {
        post.call(this, asked.speed === 1 ? { ...asked, speed: ${times} } : asked);
      };
      const { set } = Object.getOwnPropertyDescriptor(Worker.prototype, "onmessage");
      Object.defineProperty(Worker.prototype, "onmessage", { set(hear) {
        set.call(this, (message) => {
          if (message.data.state) message.data.state.rate = 1;
          hear(message);
        });
      } });
    }`);
  };
}

/** Opens the phone's own view and touches its Start. */
export async function beginOnPhone(on: Visit): Promise<void> {
  await on.button("Do it on this phone").click();
  await on.page.locator(".mat-begin .primary:enabled").tap();
  await on.page.locator(".mat-guide").waitFor();
}
