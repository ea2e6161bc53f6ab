import { attempt } from "../host";

/** A phrase that has not begun by then comes too late and is not said, in milliseconds. */
const LATEST_MS = 600;
/** A little faster than usual: a phrase has to end before the next cue. */
const RATE = 1.1;

/** Says phrases with the browser's own voice. A newer phrase always takes the place of an older one. */
export class Speech {
  private late: number | undefined;
  private unlocked = false;

  private get synthesis(): SpeechSynthesis | undefined {
    return attempt(() => window.speechSynthesis);
  }

  /**
   * Whether there is a voice for a language. Browsers load their list of voices late: while it is
   * empty, there may be one.
   */
  hasVoice(locale: string): boolean {
    const { synthesis } = this;
    if (synthesis === undefined) return false;
    const voices = attempt(() => synthesis.getVoices()) ?? [];
    return voices.length === 0 || voiceFor(voices, locale) !== undefined;
  }

  /** Calls back whenever there are other voices. Returns what ends that. */
  onVoices(changed: () => void): () => void {
    const { synthesis } = this;
    attempt(() => synthesis?.addEventListener?.("voiceschanged", changed));
    return () => {
      attempt(() => synthesis?.removeEventListener?.("voiceschanged", changed));
    };
  }

  /** Some browsers speak only when the first words come from a touch: to be called then. */
  allow(): void {
    if (this.unlocked) return;
    this.unlocked = true;
    attempt(() => {
      const nothing = new SpeechSynthesisUtterance(" ");
      nothing.volume = 0;
      this.synthesis?.speak(nothing);
    });
  }

  say(phrase: string, locale: string): void {
    const { synthesis } = this;
    if (synthesis === undefined) return;
    this.stop();
    attempt(() => {
      const spoken = new SpeechSynthesisUtterance(phrase);
      spoken.lang = locale;
      spoken.rate = RATE;
      const voice = voiceFor(synthesis.getVoices(), locale);
      if (voice !== undefined) spoken.voice = voice;
      this.late = window.setTimeout(() => this.stop(), LATEST_MS);
      const timer = this.late;
      spoken.onstart = () => window.clearTimeout(timer);
      synthesis.speak(spoken);
    });
  }

  /** Nothing more is said of what was begun, or still waits. */
  stop(): void {
    window.clearTimeout(this.late);
    attempt(() => this.synthesis?.cancel());
  }
}

/** The voice of a language: of the same country where there is one, and of this machine before one of a server. */
function voiceFor(
  voices: readonly SpeechSynthesisVoice[],
  locale: string,
): SpeechSynthesisVoice | undefined {
  const code = (text: string) => text.replace("_", "-").toLowerCase();
  const wanted = code(locale);
  // Norwegian Bokmål is `no` to some browsers.
  const language = wanted.slice(0, 2) === "nb" ? "(nb|no)" : wanted.slice(0, 2);
  const spoken = new RegExp(`^${language}(-|$)`);
  const rank = ({ lang, localService }: SpeechSynthesisVoice) =>
    (code(lang) === wanted ? 2 : 0) + (localService ? 1 : 0);
  return voices
    .filter(({ lang }) => spoken.test(code(lang)))
    .sort((a, b) => rank(b) - rank(a))[0];
}
