import { useSignal } from "@preact/signals";
import { fitOf, memoryText } from "../../engine/watch/memory-use";
import { send, world } from "../page";
import type { BodyChange } from "../world/protocol";
import { Check, Range } from "./fields";
import { Reset, SetupChoices, StateFile } from "./setup";
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

/** Controls for the wearer, the watch and its clock. */
export function WorldPanel() {
  return (
    <div class="world">
      <Wearer />
      <WatchCondition />
      <ClockJumps />
      <SetupChoices />
      <StateFile />
      <Reset />
    </div>
  );
}

function change(body: BodyChange): void {
  send({ do: "body", change: body });
}

/** Minutes of the longest run that can be added. */
const LONGEST_RUN = 300;

/** What the watch knows of the day's steps, and a button that adds a run to them. */
function Activity() {
  const run = useSignal("30");
  const known = world.value?.activity;
  if (known === undefined) return null;
  const { steps, minutes } = known;
  const length = Math.round(Number(run.value));
  const possible = length >= 1 && length <= LONGEST_RUN;
  return (
    <>
      <form
        class="line"
        onSubmit={(event) => {
          event.preventDefault();
          if (possible) send({ do: "run", minutes: length });
        }}
      >
        <label>
          A run of{" "}
          <input
            type="number"
            min="1"
            max={LONGEST_RUN}
            value={run.value}
            onInput={({ currentTarget }) => (run.value = currentTarget.value)}
          />{" "}
          minutes
        </label>
        <button
          type="submit"
          disabled={!possible}
          aria-label={`A run of ${run.value} minutes has just ended`}
        >
          has just ended
        </button>
      </form>
      <p class="hint" role="status">
        {steps.toLocaleString("en")} steps today;{" "}
        {minutes === 0
          ? "no minute of them in the history."
          : `${minutes} minutes in the history.`}
      </p>
    </>
  );
}

function Wearer() {
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
      <Activity />
    </fieldset>
  );
}

function WatchCondition() {
  const now = world.value;
  if (now === undefined) return null;
  const { battery, charging } = now.body;
  const { used, limit } = now.memory;
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
        <meter min={0} optimum={0} high={limit - 1} max={limit} value={used} />
        <output>
          {Math.round(used / 1024)} of {size(limit)}
        </output>
      </label>
      <p class={fitOf(now.memory) === "should fit" ? "hint" : "hint warn"}>
        The most so far: {memoryText(now.memory)}.
      </p>
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
