import { useRef } from "preact/hooks";
import { about, elsewhere, openFile, start, vibrations } from "../page";
import { handheld } from "../phone-view/mode";
import { phoneModeName, small } from "./phone-first";
import { Icon } from "./icon";
import { modelName } from "../../engine/watch/models";
import { say } from "../words/say";

/** Name of the app and the watch, and the buttons for the page as a whole. */
export function Header() {
  const file = useRef<HTMLInputElement>(null);
  const app = about.value;
  const { muted } = vibrations;
  const chosen = () => {
    const [given] = file.current?.files ?? [];
    if (given !== undefined) void openFile(given);
    if (file.current) file.current.value = "";
  };
  return (
    <header class="top">
      {app?.icon !== undefined && (
        <img class="app-icon" src={app.icon} alt="" width="40" height="40" />
      )}
      <div class="title">
        <h1>{app?.name ?? say("Watch simulator")}</h1>
        <p>{subtitle()}</p>
      </div>
      <div class="tools">
        {app?.file !== undefined && (
          <button type="button" class="quiet" onClick={() => start(true)}>
            <Icon name="home" /> <span>{say("Close %1", app.file)}</span>
          </button>
        )}
        <input
          ref={file}
          type="file"
          accept=".fba"
          hidden
          aria-label={say("App package")}
          onChange={chosen}
        />
        <button
          type="button"
          class="quiet"
          onClick={() => file.current?.click()}
        >
          <Icon name="open" /> <span>{say("Open an .fba")}</span>
        </button>
        <button
          type="button"
          class="quiet"
          aria-pressed={!muted.value}
          onClick={() => (muted.value = !muted.value)}
        >
          <Icon name={muted.value ? "mute" : "sound"} />{" "}
          <span>{say("Sound")}</span>
        </button>
        {!small.value && (
          <button
            type="button"
            class="quiet"
            onClick={() => (handheld.value = true)}
          >
            <Icon name="phone" /> <span>{phoneModeName()}</span>
          </button>
        )}
      </div>
    </header>
  );
}

function subtitle(): string {
  if (elsewhere.value) return say("In another tab");
  const app = about.value;
  return app === undefined
    ? say("Opening…")
    : say("Simulated %1", modelName(app.setup.target));
}
