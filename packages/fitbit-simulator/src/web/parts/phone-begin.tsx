import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { about, screen, send, vibrations, world } from "../page";
import type { GuideInLanguage } from "../phone-view/guide";
import { speech, spoken } from "../phone-view/voice";
import { LANGUAGES } from "../world/languages";
import { Check } from "./fields";
import { Icon } from "./icon";

interface Props {
  readonly words: GuideInLanguage["words"];
  readonly name: string;
  act(): void;
}

/** The watch is about to show something that the touch may be meant for. */
function opening(): boolean {
  const now = world.value;
  const lit = now?.running === true && now.displayOn;
  return now === undefined || (lit && screen.value === null);
}

/** What is chosen before a session on this phone, and the touch that begins it. */
export function PhoneBegin({ words, name, act }: Props) {
  const app = about.value;
  const heard = useSignal(0);
  useEffect(() => speech.onVoices(() => (heard.value += 1)), []);
  void heard.value;
  const locale = app?.setup.locale ?? "";
  const { muted, still } = vibrations;
  return (
    <section class="mat-begin">
      <div class="mat-name">
        {app?.icon !== undefined && (
          <img src={app.icon} alt="" width="80" height="80" />
        )}
        <h1>{name}</h1>
      </div>
      <button type="button" class="primary" disabled={opening()} onClick={act}>
        <Icon name="launch" /> {words.begin}
      </button>
      <div class="mat-choices">
        <Check
          label={words.sound}
          value={!muted.value}
          set={(on) => (muted.value = !on)}
        />
        <Check
          label={words.voice}
          value={spoken.value}
          set={(on) => (spoken.value = on)}
        />
        <Check
          label={words.vibration}
          value={!still.value}
          set={(on) => (still.value = !on)}
        />
        <label class="line">
          <span>{words.language}</span>
          <select
            value={locale}
            onChange={({ currentTarget }) =>
              send({ do: "setup", change: { locale: currentTarget.value } })
            }
          >
            {LANGUAGES.map(({ code, name: called }) => (
              <option key={code} value={code}>
                {called}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p class="mat-hint" role="status">
        {spoken.value && !speech.hasVoice(locale) && words["no-voice"]}
      </p>
    </section>
  );
}
