import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { download } from "../download";
import { about, listen, openState, send } from "../page";
import type { SetupChange } from "../world/protocol";
import { visibleLine } from "../../visible";
import { Check } from "./fields";
import { LANGUAGES } from "../world/languages";
import { modelName, MODELS } from "../../engine/watch/models";

/** What watch and phone read at their start only: after a change both start anew. */
export function SetupChoices() {
  const app = about.value;
  if (app === undefined) return null;
  const { setup } = app;
  const set = (change: SetupChange) => send({ do: "setup", change });
  return (
    <fieldset>
      <legend>Setup</legend>
      <p class="hint">A change starts watch and phone anew.</p>
      <label class="line">
        <span>Watch model</span>
        <select
          value={setup.target}
          onChange={({ currentTarget }) => set({ target: currentTarget.value })}
        >
          {modelsShown(app.targets).map((target) => {
            const built = app.targets.includes(target);
            return (
              <option key={target} value={target} disabled={!built}>
                {visibleLine(modelName(target))}
                {built ? "" : ": not in this package"}
              </option>
            );
          })}
        </select>
      </label>
      <label class="line">
        <span>Language</span>
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
          label={`Allow ${visibleLine(permission.replace("access_", "").replaceAll("_", " "))}`}
          value={!setup.refused.includes(permission)}
          set={(granted) => set({ permission, granted })}
        />
      ))}
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
      <legend>State</legend>
      <p class="hint">
        All that watch and phone hold. Opening one takes the place of what is
        here.
      </p>
      <input
        ref={file}
        type="file"
        accept=".json"
        hidden
        aria-label="State file"
        onChange={chosen}
      />
      <div class="row">
        <button type="button" onClick={() => send({ do: "export-state" })}>
          Save state
        </button>
        <button type="button" onClick={() => file.current?.click()}>
          Open state…
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
      <legend>Factory reset</legend>
      <p class="hint">
        Clears all that this app has stored on watch and phone.
      </p>
      <div class="row">
        {!asked.value && (
          <button
            type="button"
            class="danger"
            onClick={() => (asked.value = true)}
          >
            Factory reset…
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
              Clear everything
            </button>
            <button type="button" onClick={() => (asked.value = false)}>
              Keep it
            </button>
          </>
        )}
      </div>
    </fieldset>
  );
}
