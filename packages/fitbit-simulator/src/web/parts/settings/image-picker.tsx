import { useRef } from "preact/hooks";
import { send, showNotice } from "../../page";
import type { Widget } from "../../world/protocol";
import { hasPart, Part } from "./part";
import { pictureSource } from "./picture-source";
import { fieldOf, numberProp, storedValue } from "./values";
import { say } from "../../words/say";

const JPEG_QUALITY = 0.85;

/** Takes an image of the user, in the size that the app asks for. */
export function ImagePicker({ widget }: { widget: Widget }) {
  const file = useRef<HTMLInputElement>(null);
  const shown = pictureSource(fieldOf(storedValue(widget), "imageUri"));
  const choose = async () => {
    const [given] = file.current?.files ?? [];
    if (given === undefined) return;
    try {
      const input = await shrink(given, widget);
      send({ do: "use", place: widget.place, input });
    } catch {
      showNotice(
        `${given.name} was not taken`,
        "It is no image that the browser can read.",
      );
    }
  };
  return (
    <div class="s-row">
      {shown !== undefined && (
        <img class="s-icon" src={shown} alt="" width="56" height="56" />
      )}
      <span class="s-grow">
        <Part widget={widget} name="title" />
        <span class="s-sub">
          <Part widget={widget} name="description" />{" "}
          <Part widget={widget} name="sublabel" />
        </span>
      </span>
      <button
        type="button"
        disabled={widget.props["disabled"] === true}
        onClick={() => file.current?.click()}
      >
        {hasPart(widget, "label") ? (
          <Part widget={widget} name="label" />
        ) : (
          say("Choose")
        )}
      </button>
      <input
        ref={file}
        type="file"
        accept="image/*"
        hidden
        aria-label={say("Image")}
        onChange={() => void choose()}
      />
    </div>
  );
}

/** The middle of a picture, in the size and format in which the platform stores it: {imageUri, width, height}. */
async function shrink(file: File, widget: Widget) {
  const source = await createImageBitmap(file);
  const width = numberProp(widget, "imageWidth", 336);
  const height = numberProp(widget, "imageHeight", 336);
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const scale = Math.max(width / source.width, height / source.height);
  const [w, h] = [source.width * scale, source.height * scale];
  canvas
    .getContext("2d")
    ?.drawImage(source, (width - w) / 2, (height - h) / 2, w, h);
  const imageUri = canvas.toDataURL("image/jpeg", JPEG_QUALITY);
  return { imageUri, width, height };
}
