import { useSignal, useSignalEffect } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { send, statusAgeMs, world } from "../page";
import {
  type IdleReason,
  QUIET_MINUTES,
  type Speed,
  type WorldStatus,
} from "../world/protocol";
import { Icon } from "./icon";
import { clockTime, span } from "./words";
import { say, word } from "../words/say";

const SPEEDS: readonly { readonly speed: Speed; readonly name: string }[] = [
  { speed: 0, name: word("Pause") },
  { speed: 1, name: "1×" },
  { speed: 10, name: "10×" },
  { speed: 60, name: "60×" },
  { speed: "max", name: word("Max") },
];

/** Why time that is to go faster than 1× does not. */
const HELD: Readonly<Record<IdleReason, string>> = {
  touch: word("Fast time waits: the app waits for a touch."),
  launch: word("Fast time waits: the app does not run."),
  quiet: word(
    "Fast time waits: nothing has happened on the watch for %1 min. Touch the watch to go on.",
  ),
};

const fast = (speed: Speed) => speed === "max" || speed > 1;

/** How fast time goes, and what time it is on the watch. */
export function TimeControls() {
  const now = world.value;
  const asked = useSignal<Speed | undefined>(undefined);
  // The choice is shown at once, before the world has confirmed it.
  useSignalEffect(() => {
    if (world.value?.speed === asked.value) asked.value = undefined;
  });
  const shown = asked.value ?? now?.speed;
  return (
    <div class="time">
      <fieldset class="speeds">
        <legend class="hidden">{say("Speed of time")}</legend>
        {SPEEDS.map(({ speed, name }) => (
          <label key={name}>
            <input
              type="radio"
              name="speed"
              checked={shown === speed}
              onChange={() => {
                asked.value = speed;
                send({ do: "speed", speed });
              }}
            />
            <span>{say(name)}</span>
          </label>
        ))}
      </fieldset>
      <button
        type="button"
        disabled={now?.idle === "touch" || now?.idle === "launch"}
        onClick={() => send({ do: "next-cue" })}
      >
        <Icon name="next" /> {say("Next cue")}
      </button>
      {now !== undefined && <Clock state={now} />}
      <p class="held" role="status">
        {now !== undefined &&
          fast(now.speed) &&
          now.idle &&
          say(HELD[now.idle], QUIET_MINUTES)}
      </p>
    </div>
  );
}

/** The time on the watch, which goes on between two reports of the world. */
function Clock({ state }: { state: WorldStatus }) {
  const tick = useSignal(0);
  const moving = state.rate > 0 && Number.isFinite(state.rate);
  useEffect(() => {
    if (!moving) return undefined;
    const timer = window.setInterval(() => (tick.value += 1), 1000);
    return () => window.clearInterval(timer);
  }, [moving]);
  void tick.value;
  const since = moving ? statusAgeMs() * state.rate : 0;
  return (
    <p class="clock">
      <span class="wall">
        {clockTime(state.wallMs + since, state.zoneMinutes)}
      </span>
      <span>{say("running %1", span((state.nowMs + since) / 1000))}</span>
    </p>
  );
}
