import { useSignal } from "@preact/signals";
import { about, send, world } from "../page";
import type { BodyChange, Setup } from "../world/protocol";
import { LANGUAGES } from "./languages";
import { modelName } from "./models";
import { size } from "./words";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const JUMPS = [
  { name: "− 1 h", ms: -HOUR },
  { name: "− 1 min", ms: -MINUTE },
  { name: "+ 1 min", ms: MINUTE },
  { name: "+ 1 h", ms: HOUR },
  { name: "+ 1 day", ms: 24 * HOUR },
];

/** The wearer, the watch and its clock, as one wants them. */
export function WorldPanel() {
  return (
    <div class="world">
      <Wearer />
      <WatchCondition />
      <ClockJumps />
      <SetupChoices />
      <Reset />
    </div>
  );
}

function change(body: BodyChange): void {
  send({ do: "body", change: body });
}

function Wearer() {
  const minutes = useSignal(30);
  const body = world.value?.body;
  if (body === undefined) return null;
  const { heartRate, onWrist } = body;
  return (
    <fieldset>
      <legend>Wearer</legend>
      <Range
        label="Heart rate"
        unit="bpm"
        min={40}
        max={200}
        value={heartRate ?? 74}
        disabled={heartRate === null}
        set={(value) => change({ heartRate: value })}
      />
      <Check
        label="The sensor finds a pulse"
        value={heartRate !== null}
        set={(on) => change({ heartRate: on ? 74 : null })}
      />
      <Check
        label="Watch on the wrist"
        value={onWrist}
        set={(on) => change({ onWrist: on })}
      />
      <div class="line">
        <label>
          A run of{" "}
          <input
            type="number"
            min="5"
            max="300"
            value={minutes.value}
            onInput={({ currentTarget }) => {
              minutes.value = currentTarget.valueAsNumber || 30;
            }}
          />{" "}
          minutes
        </label>
        <button
          type="button"
          onClick={() => send({ do: "run", minutes: minutes.value })}
        >
          has just ended
        </button>
      </div>
    </fieldset>
  );
}

function WatchCondition() {
  const now = world.value;
  if (now === undefined) return null;
  const { battery, charging } = now.body;
  return (
    <fieldset>
      <legend>Watch</legend>
      <Range
        label="Battery"
        unit="%"
        min={0}
        max={100}
        value={battery}
        set={(value) => change({ battery: value })}
      />
      <Check
        label="On the charger"
        value={charging}
        set={(on) => change({ charging: on })}
      />
      <label class="range">
        <span>App memory</span>
        <meter min={0} max={now.heap.limit} value={now.heap.used} />
        <output>
          {size(now.heap.used)} of {size(now.heap.limit)}
        </output>
      </label>
    </fieldset>
  );
}

function ClockJumps() {
  return (
    <fieldset>
      <legend>Set the watch's clock</legend>
      <div class="row">
        {JUMPS.map(({ name, ms }) => (
          <button
            key={name}
            type="button"
            onClick={() => send({ do: "clock", ms })}
          >
            {name}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

/** What watch and phone only learn at their start: they start anew. */
function SetupChoices() {
  const app = about.value;
  if (app === undefined) return null;
  const { setup } = app;
  const set = (next: Partial<Setup>) =>
    send({ do: "setup", setup: { ...setup, ...next } });
  const allow = (permission: string, on: boolean) =>
    set({
      refused: on
        ? setup.refused.filter((name) => name !== permission)
        : [...setup.refused, permission],
    });
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
          {app.targets.map((target) => (
            <option key={target} value={target}>
              {modelName(target)}
            </option>
          ))}
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
          label={`Allow ${permission.replace("access_", "").replaceAll("_", " ")}`}
          value={!setup.refused.includes(permission)}
          set={(on) => allow(permission, on)}
        />
      ))}
    </fieldset>
  );
}

function Reset() {
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

interface RangeProps {
  readonly label: string;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly value: number;
  readonly disabled?: boolean;
  set(value: number): void;
}

function Range({ label, unit, min, max, value, disabled, set }: RangeProps) {
  return (
    <label class="range">
      <span>{label}</span>
      <input
        type="range"
        min={min}
        max={max}
        value={value}
        disabled={disabled}
        onInput={({ currentTarget }) => set(currentTarget.valueAsNumber)}
      />
      <output>
        {disabled === true ? "–" : value} {unit}
      </output>
    </label>
  );
}

interface CheckProps {
  readonly label: string;
  readonly value: boolean;
  set(on: boolean): void;
}

function Check({ label, value, set }: CheckProps) {
  return (
    <label class="switch">
      <input
        type="checkbox"
        role="switch"
        checked={value}
        onChange={() => set(!value)}
      />
      <span>{label}</span>
    </label>
  );
}
