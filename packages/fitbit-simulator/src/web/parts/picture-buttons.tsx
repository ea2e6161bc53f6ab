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

/** Saves what the watch shows: once as a picture, or for a while as an animation. */
export function PictureButtons() {
  const now = recording.value;
  return (
    <div class="watch-buttons pictures">
      <button type="button" onClick={() => void told(savePicture)}>
        <Icon name="picture" /> Save picture
      </button>
      <button
        type="button"
        aria-pressed={now === "running"}
        disabled={now === "drawn"}
        onClick={() =>
          now === "running" ? endRecording() : void told(saveRecording)
        }
      >
        <Icon name={now === "running" ? "stop" : "record"} /> {WORDS[now]}
      </button>
    </div>
  );
}

const WORDS = {
  none: "Record",
  running: "Stop recording",
  drawn: "Drawing…",
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
      "No picture could be made",
      `The reason: ${why}. The watch goes on.`,
    );
  }
}
