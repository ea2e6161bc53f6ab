import { useRef } from "preact/hooks";
import { about, screen, send, world } from "../page";
import type { Target } from "../world/protocol";

/** Share of the screen a finger must go to the right for the back gesture. */
const SWIPE = 0.25;
const DEFAULT_SIZE = { width: 336, height: 336 };

interface Finger {
  readonly x: number;
  readonly y: number;
}

/** The display: what it shows, and touches on it by finger, mouse and keyboard. */
export function WatchScreen() {
  const box = useRef<HTMLDivElement>(null);
  const down = useRef<Finger | undefined>(undefined);
  const awake = useRef(true);
  const size = about.value?.screen ?? DEFAULT_SIZE;
  const lit = world.value?.displayOn === true;
  const shown = screen.value;

  const place = (event: PointerEvent): Finger => {
    const at = box.current?.getBoundingClientRect();
    if (at === undefined) return { x: 0, y: 0 };
    return {
      x: ((event.clientX - at.left) / at.width) * size.width,
      y: ((event.clientY - at.top) / at.height) * size.height,
    };
  };
  const press = (event: PointerEvent) => {
    if (event.button !== 0) return;
    box.current?.setPointerCapture(event.pointerId);
    down.current = place(event);
    awake.current = lit;
    send({ do: "touch", phase: "down", ...down.current });
  };
  const move = (event: PointerEvent) => {
    if (down.current !== undefined)
      send({ do: "touch", phase: "move", ...place(event) });
  };
  const release = (event: PointerEvent) => {
    const from = down.current;
    if (from === undefined) return;
    down.current = undefined;
    const to = place(event);
    const right = to.x - from.x;
    // A touch on the dark display only wakes it.
    const back =
      awake.current &&
      right > size.width * SWIPE &&
      right > 2 * Math.abs(to.y - from.y);
    send({ do: "touch", phase: back ? "cancel" : "up", ...to });
    if (back) send({ do: "swipe-back" });
  };
  const cancel = () => {
    if (down.current !== undefined)
      send({ do: "touch", phase: "cancel", ...down.current });
    down.current = undefined;
  };
  const key = (event: KeyboardEvent) => {
    if (event.key !== "Escape" && event.key !== "Backspace") return;
    event.preventDefault();
    send({ do: "swipe-back" });
  };
  return (
    <div
      ref={box}
      class="display"
      data-lit={lit}
      role="group"
      aria-label="Touch screen"
      style={{ "--screen-width": size.width, "--screen-height": size.height }}
      onPointerDown={press}
      onPointerMove={move}
      onPointerUp={release}
      onPointerCancel={cancel}
      onKeyDown={key}
    >
      {lit && shown !== null && (
        <div
          class="picture"
          aria-hidden="true"
          dangerouslySetInnerHTML={{ __html: shown.svg }}
        />
      )}
      {lit && shown === null && world.value?.running === false && <Launcher />}
      {!lit && world.value !== undefined && (
        <button
          type="button"
          class="target whole"
          aria-label="Wake the display"
          onClick={byKeyboard(() => send({ do: "display", on: true }))}
        />
      )}
      {lit &&
        shown?.targets.map((target, at) => (
          <button
            key={at}
            type="button"
            class="target"
            data-target={target.id}
            aria-label={target.label}
            style={placed(target, size)}
            onClick={byKeyboard(() => tap(target))}
          />
        ))}
    </div>
  );
}

/** The app's tile in the watch's list of apps. */
function Launcher() {
  const app = about.value;
  return (
    <button
      type="button"
      class="launcher"
      onClick={() => send({ do: "watch", what: "launch" })}
      onPointerDown={(event) => event.stopPropagation()}
    >
      {app?.icon !== undefined && (
        <img src={app.icon} alt="" width="80" height="80" />
      )}
      <span>{app?.name}</span>
    </button>
  );
}

/** Clicks of a mouse or finger come as touches; those of keyboards and screen readers do not. */
function byKeyboard(act: () => void) {
  return (event: MouseEvent) => {
    if (event.detail === 0) act();
  };
}

/** Touches the middle of a target. */
function tap({ x, y, width, height }: Target): void {
  const middle = { x: x + width / 2, y: y + height / 2 };
  send({ do: "touch", phase: "down", ...middle });
  send({ do: "touch", phase: "up", ...middle });
}

function placed(
  { x, y, width, height }: Target,
  screen: { width: number; height: number },
) {
  return {
    left: `${(x / screen.width) * 100}%`,
    top: `${(y / screen.height) * 100}%`,
    width: `${(width / screen.width) * 100}%`,
    height: `${(height / screen.height) * 100}%`,
  };
}
