import { download } from "../download";
import { screenSize, showNotice } from "../page";
import { Easel } from "../picture/frame";
import {
  endRecording,
  record,
  recording,
  shownNow,
} from "../picture/recording";
import { Icon } from "./icon";
import { say, word } from "../words/say";

/** Saves what the watch shows: once as a picture, or for a while as an animation. */
export function PictureButtons() {
  const now = recording.value;
  return (
    <div class="watch-buttons">
      <button type="button" onClick={() => void told(savePicture)}>
        <Icon name="picture" /> {say("Save picture")}
      </button>
      <button
        type="button"
        aria-pressed={now === "running"}
        disabled={now === "drawn"}
        onClick={() =>
          now === "running" ? endRecording() : void told(saveRecording)
        }
      >
        <Icon name={now === "running" ? "stop" : "record"} /> {say(WORDS[now])}
      </button>
    </div>
  );
}

const WORDS = {
  none: word("Record"),
  running: word("Stop recording"),
  drawn: word("Drawing…"),
} as const;

async function savePicture(): Promise<void> {
  const easel = await Easel.of(screenSize());
  download(await easel.png(shownNow()), "screen.png");
}

async function saveRecording(): Promise<void> {
  download(await record(), "recording.gif");
}

/** Does something, and says why where it fails. */
async function told(act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    showNotice(
      say("No picture could be made"),
      say("The reason: %1. The watch goes on.", why),
    );
  }
}
