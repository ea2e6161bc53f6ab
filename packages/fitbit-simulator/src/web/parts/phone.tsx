import { useComputed } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { about, send, settings, timeline, wantSettings, world } from "../page";
import type { PhoneStatus } from "../world/protocol";
import { Icon } from "./icon";
import { Nodes } from "./settings/shown";
import { moment, shortLine } from "./words";
import { say } from "../words/say";

/** Lines of the phone's log that are shown. */
const MAX_LINES = 100;

/** The phone: its link to the watch, the companion, and the app's settings page. */
export function PhonePanel() {
  useEffect(() => {
    wantSettings(true);
    return () => wantSettings(false);
  }, []);
  const status = world.value?.phone;
  return (
    <div class="phone">
      <div class="phone-bar">{status && <Status status={status} />}</div>
      <div
        class="phone-page"
        tabIndex={0}
        role="group"
        aria-label={say("App settings")}
      >
        <h2 class="hidden">{say("App settings")}</h2>
        {settings.value !== null && <Nodes nodes={settings.value} />}
        {settings.value === null && status && <Closed status={status} />}
      </div>
      <PhoneLog />
    </div>
  );
}

/** Why there is no settings page. */
function Closed({ status }: { status: PhoneStatus }) {
  if (!status.hasSettings) {
    return (
      <p class="empty">
        {say("%1 has no settings page.", about.value?.name ?? "")}
      </p>
    );
  }
  if (status.settingsWait) {
    return (
      <p class="empty">
        {say("The settings page opens once the companion has started.")}
      </p>
    );
  }
  return (
    <div class="empty">
      <p>{say("The settings page has ended.")}</p>
      <button type="button" onClick={() => wantSettings(true)}>
        <Icon name="launch" /> {say("Open it again")}
      </button>
    </div>
  );
}

function Status({ status }: { status: PhoneStatus }) {
  const { near, running, hasCompanion } = status;
  return (
    <>
      <label class="switch">
        <input
          type="checkbox"
          role="switch"
          checked={near}
          onChange={() => send({ do: "link", near: !near })}
        />
        <span>
          <Icon name="link" />{" "}
          {near ? say("Near the watch") : say("Out of range")}
        </span>
      </label>
      {hasCompanion && (
        <button
          type="button"
          onClick={() =>
            send({ do: "companion", what: running ? "kill" : "launch" })
          }
        >
          <Icon name={running ? "stop" : "launch"} />
          {running ? say("Kill companion") : say("Launch companion")}
        </button>
      )}
    </>
  );
}

/** What companion and settings page have logged, newest first. */
function PhoneLog() {
  const lines = useComputed(() =>
    timeline.value.events
      .filter(
        (event) =>
          event.type === "log" &&
          (event.from === "companion" || event.from === "settings"),
      )
      .slice(-MAX_LINES)
      .reverse(),
  );
  return (
    <details class="phone-log">
      <summary>{say("Companion log (%1)", lines.value.length)}</summary>
      {lines.value.length === 0 && (
        <p class="empty">
          {say("Companion and settings page have logged nothing.")}
        </p>
      )}
      <ol tabIndex={0} aria-label={say("Log of the phone")}>
        {lines.value.map((event, at) => (
          <li key={at}>
            <time>{moment(event.t)}</time>{" "}
            {event.type === "log" ? shortLine(event.message) : ""}
            {event.type === "log" && event.at !== undefined && (
              <span class="at"> {shortLine(event.at)}</span>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}
