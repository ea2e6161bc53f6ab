import { useSignal } from "@preact/signals";
import { type Fit, fitOf, type MemoryUse } from "../../engine/watch/memory-use";
import { send, world } from "../page";
import type { BodyChange } from "../world/protocol";
import { Check, Range } from "./fields";
import { PageLanguage, Reset, SetupChoices, StateFile } from "./setup";
import { count, size } from "./words";
import { say, word } from "../words/say";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const JUMPS = [
  { name: word("− 1 h"), ms: -HOUR },
  { name: word("− 1 min"), ms: -MINUTE },
  { name: word("+ 1 min"), ms: MINUTE },
  { name: word("+ 1 h"), ms: HOUR },
  { name: word("+ 1 day"), ms: 24 * HOUR },
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
      <PageLanguage />
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
          {say("A run, in minutes")}{" "}
          <input
            type="number"
            min="1"
            max={LONGEST_RUN}
            value={run.value}
            onInput={({ currentTarget }) => (run.value = currentTarget.value)}
          />
        </label>
        <button
          type="submit"
          disabled={!possible}
          aria-label={say("A run of %1 min has just ended", run.value)}
        >
          {say("has just ended")}
        </button>
      </form>
      <p class="hint" role="status">
        {say(
          "Steps today: %1. Minutes in the history: %2.",
          count(steps),
          count(minutes),
        )}
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
      <legend>{say("Wearer")}</legend>
      <Range
        label={say("Heart rate")}
        unit={say("bpm")}
        min={40}
        max={200}
        value={heartRate ?? 74}
        disabled={heartRate === null}
        set={(value) => change({ heartRate: value })}
      />
      <Check
        label={say("The sensor finds a pulse")}
        value={heartRate !== null}
        set={(on) => change({ heartRate: on ? 74 : null })}
      />
      <Check
        label={say("Watch on the wrist")}
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
      <legend>{say("Watch")}</legend>
      <Range
        label={say("Battery")}
        unit="%"
        min={0}
        max={100}
        value={battery}
        set={(value) => change({ battery: value })}
      />
      <Check
        label={say("On the charger")}
        value={charging}
        set={(on) => change({ charging: on })}
      />
      <label class="range">
        <span>{say("App memory")}</span>
        <meter min={0} optimum={0} high={limit - 1} max={limit} value={used} />
        <output>
          {Math.round(used / 1024)} / {size(limit)}
        </output>
      </label>
      <p class={fitOf(now.memory) === "should fit" ? "hint" : "hint warn"}>
        {memoryWords(now.memory)}
      </p>
    </fieldset>
  );
}

/** Whether the app fits a watch, as far as the estimate can tell. */
const FITS: Readonly<Record<Fit, string>> = {
  "should fit": word("It should fit."),
  "may not fit": word("It may not fit."),
  "likely too large": word("It is likely too large."),
};

function memoryWords(use: MemoryUse): string {
  const [peak, error, limit] = [use.peak, use.error, use.limit].map((bytes) =>
    Math.round(bytes / 1024),
  );
  return `${say(
    "The most so far: about %1 KB of JerryScript (± %2 KB); a watch leaves an app %3 KB.",
    peak ?? 0,
    error ?? 0,
    limit ?? 0,
  )} ${say(FITS[fitOf(use)])}`;
}

function ClockJumps() {
  return (
    <fieldset>
      <legend>{say("Set the watch’s clock")}</legend>
      <div class="row">
        {JUMPS.map(({ name, ms }) => (
          <button
            key={name}
            type="button"
            onClick={() => send({ do: "clock", ms })}
          >
            {say(name)}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
