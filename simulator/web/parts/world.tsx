import { useSignal } from "@preact/signals";
import { send, world } from "../page";
import type { BodyChange } from "../world/protocol";
import { Check, Range } from "./fields";
import { Reset, SetupChoices } from "./setup";
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
