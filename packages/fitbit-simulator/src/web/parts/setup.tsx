import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { download } from "../download";
import { about, listen, openState, send } from "../page";
import type { SetupChange } from "../world/protocol";
import { visibleLine } from "../../visible";
import { Check } from "./fields";
import { LANGUAGES } from "../world/languages";
import { modelName, MODELS } from "../../engine/watch/models";
import { choosePageLanguage } from "../words/page-language";
import { pageLocale, say, word } from "../words/say";

/** What watch and phone read at their start only: after a change both start anew. */
export function SetupChoices() {
  const app = about.value;
  if (app === undefined) return null;
  const { setup } = app;
  const set = (change: SetupChange) => send({ do: "setup", change });
  return (
    <fieldset>
      <legend>{say("Setup")}</legend>
      <p class="hint">{say("A change restarts watch and phone.")}</p>
      <label class="line">
        <span>{say("Watch model")}</span>
        <select
          value={setup.target}
          onChange={({ currentTarget }) => {
            set({ target: currentTarget.value });
            // Until it is that one: its package may be refused.
            currentTarget.value = setup.target;
          }}
        >
          {modelsShown(app.targets).map((target) => {
            const built = app.targets.includes(target);
            return (
              <option key={target} value={target} disabled={!built}>
                {built
                  ? visibleLine(modelName(target))
                  : say("%1: not in this package", modelName(target))}
              </option>
            );
          })}
        </select>
      </label>
      <label class="line">
        <span>{say("Language")}</span>
        <select
          value={setup.locale}
          onChange={({ currentTarget }) => set({ locale: currentTarget.value })}
        >
          {LANGUAGES.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {app.permissions.map((permission) => (
        <Check
          key={permission}
          label={say("Allow %1", permissionName(permission))}
          value={!setup.refused.includes(permission)}
          set={(granted) => set({ permission, granted })}
        />
      ))}
    </fieldset>
  );
}

/** A permission as people say it; one that no SDK has as it is written. */
function permissionName(permission: string): string {
  const known = PERMISSIONS[permission];
  if (known !== undefined) return say(known);
  return visibleLine(permission.replace("access_", "").replaceAll("_", " "));
}

const PERMISSIONS: Readonly<Record<string, string>> = {
  access_activity: word("activity"),
  access_aod: word("always-on display"),
  access_exercise: word("exercise"),
  access_heart_rate: word("heart rate"),
  access_internet: word("internet"),
  access_location: word("location"),
  access_sleep: word("sleep"),
  access_user_profile: word("user profile"),
  run_background: word("running in the background"),
};

/** The language of the page itself. */
export function PageLanguage() {
  return (
    <fieldset>
      <legend>{say("This page")}</legend>
      <label class="line">
        <span>{say("Language of the page")}</span>
        <select
          value={pageLocale.value}
          onChange={({ currentTarget }) =>
            choosePageLanguage(currentTarget.value)
          }
        >
          {LANGUAGES.map(({ code, name }) => (
            <option key={code} value={code} lang={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </fieldset>
  );
}

/** The models of a package, and those it is not built for, which cannot be chosen. */
function modelsShown(targets: readonly string[]): string[] {
  return [...targets, ...MODELS.filter((model) => !targets.includes(model))];
}

listen({
  state: (text) =>
    download(new Blob([text], { type: "application/json" }), "state.json"),
});

/** What watch and phone hold, into a file and out of one. */
export function StateFile() {
  const file = useRef<HTMLInputElement>(null);
  const chosen = () => {
    const [given] = file.current?.files ?? [];
    if (given !== undefined) void openState(given);
    if (file.current) file.current.value = "";
  };
  return (
    <fieldset>
      <legend>{say("State")}</legend>
      <p class="hint">
        {say(
          "All that watch and phone store. Opening a state replaces what is here.",
        )}{" "}
        {say("The state.json of a folder of --state opens as a copy.")}
      </p>
      <input
        ref={file}
        type="file"
        accept=".json"
        hidden
        aria-label={say("State file")}
        onChange={chosen}
      />
      <div class="row">
        <button type="button" onClick={() => send({ do: "export-state" })}>
          {say("Save state")}
        </button>
        <button type="button" onClick={() => file.current?.click()}>
          {say("Open state…")}
        </button>
      </div>
    </fieldset>
  );
}

/** Clears everything, after a question whether that is meant. */
export function Reset() {
  const asked = useSignal(false);
  return (
    <fieldset>
      <legend>{say("Factory reset")}</legend>
      <p class="hint">
        {say("Clears all that this app has stored on watch and phone.")}
      </p>
      <div class="row">
        {!asked.value && (
          <button
            type="button"
            class="danger"
            onClick={() => (asked.value = true)}
          >
            {say("Factory reset…")}
          </button>
        )}
        {asked.value && (
          <>
            <button
              type="button"
              class="danger"
              onClick={() => {
                asked.value = false;
                send({ do: "reset" });
              }}
            >
              {say("Clear everything")}
            </button>
            <button type="button" onClick={() => (asked.value = false)}>
              {say("Keep it")}
            </button>
          </>
        )}
      </div>
    </fieldset>
  );
}
