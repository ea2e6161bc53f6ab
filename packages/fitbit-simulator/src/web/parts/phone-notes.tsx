import { signal } from "@preact/signals";
import { dismiss, elsewhere, notice, start, takeOver } from "../page";
import type { GuideInLanguage } from "../phone-view/guide";
import { mayGoDark } from "../phone-view/wake-lock";
import { applyUpdate, updateWaits } from "../updates";
import { Icon } from "./icon";

/** The runner has read that the display may go dark. */
const known = signal(false);

interface Props {
  readonly words: GuideInLanguage["words"];
  /** A session may be under way: it is not the time for an update. */
  readonly begun: boolean;
}

/** What is to be decided or known in the phone view, in its own language. */
export function PhoneNotes({ words, begun }: Props) {
  const said = notice.value;
  return (
    <div class="notices" role="status">
      {elsewhere.value && (
        <Note text={words.elsewhere} label={words["use-here"]} act={takeOver} />
      )}
      {said?.fatal === true && (
        <Note
          text={words.stopped}
          label={words["start-over"]}
          act={() => start(false)}
        />
      )}
      {said?.about === "unkept" && (
        <Note text={words["not-kept"]} label={words.dismiss} act={dismiss} />
      )}
      {said?.about === "no-sound" && (
        <Note text={words["no-sound"]} label={words.dismiss} act={dismiss} />
      )}
      {begun && mayGoDark.value && !known.value && (
        <Note
          text={words["may-go-dark"]}
          label={words.dismiss}
          act={() => (known.value = true)}
        />
      )}
      {!begun && updateWaits.value && (
        <Note
          text={words["update-ready"]}
          label={words["update-now"]}
          act={applyUpdate}
        />
      )}
    </div>
  );
}

interface NoteProps {
  readonly text: string;
  readonly label: string;
  act(): void;
}

function Note({ text, label, act }: NoteProps) {
  return (
    <div class="notice">
      <Icon name="warn" />
      <p>{text}</p>
      <button type="button" onClick={act}>
        {label}
      </button>
    </div>
  );
}
