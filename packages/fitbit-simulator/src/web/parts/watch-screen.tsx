import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { TouchPhase, Way } from "../../engine";
import { inspectorOpen, pick, picking, pointer } from "../inspector";
import { about, screen, screenSize, send, world } from "../page";
import type { Target } from "../world/protocol";
import { Highlight } from "./highlight";
import { say } from "../words/say";
import { shownModel } from "./side-buttons";

/** Pixels that a wheel or trackpad has to move for one step. */
const WHEEL_STEP = 60;
const WAYS: Readonly<Record<string, Way>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
};

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The display: what it shows, and touches on it by finger, mouse and keyboard. */
export function WatchScreen() {
  const box = useRef<HTMLDivElement>(null);
  const down = useRef(false);
  const wheeled = useRef<Point>({ x: 0, y: 0 });
  const focused = useKeptFocus(box);
  const size = screenSize();
  const lit = world.value?.displayOn === true;
  const shown = screen.value;

  const place = (event: MouseEvent): Point => {
    const at = box.current?.getBoundingClientRect();
    if (at === undefined) return { x: 0, y: 0 };
    return {
      x: ((event.clientX - at.left) / at.width) * size.width,
      y: ((event.clientY - at.top) / at.height) * size.height,
    };
  };
  const press = (event: PointerEvent) => {
    if (event.button !== 0 || !event.isPrimary) return;
    if (picking.value) return;
    box.current?.setPointerCapture(event.pointerId);
    down.current = true;
    send({ do: "touch", phase: "down", ...place(event) });
  };
  const point = (event: PointerEvent) => {
    if (inspectorOpen.value) pointer.value = place(event);
  };
  // Before the buttons on the screen hear of it.
  const choose = (event: MouseEvent) => {
    if (!picking.value) return;
    pointer.value = place(event);
    pick();
    event.preventDefault();
    event.stopPropagation();
  };
  const goOn = (phase: TouchPhase) => (event: PointerEvent) => {
    if (!down.current || !event.isPrimary) return;
    down.current = phase === "move";
    send({ do: "touch", phase, ...place(event) });
  };
  const wheel = (event: WheelEvent) => {
    if (shown?.scrolls !== true) return;
    event.preventDefault();
    const { x, y } = wheeled.current;
    wheeled.current = { x: x + event.deltaX, y: y + event.deltaY };
    const way = wayOf(wheeled.current);
    if (way === undefined) return;
    wheeled.current = { x: 0, y: 0 };
    send({ do: "scroll", way, ...place(event) });
  };
  const key = (event: KeyboardEvent) => {
    const way = WAYS[event.key];
    const button = way === "up" || way === "down" ? way : undefined;
    if (event.key === "Escape" && picking.value) picking.value = false;
    else if (event.key === "Escape" || event.key === "Backspace") {
      send({ do: "swipe-back" });
    } else if (
      button !== undefined &&
      shownModel()?.buttons.includes(button) === true &&
      (event.altKey || shown?.scrolls !== true)
    ) {
      send({ do: "key", key: button });
    } else if (way !== undefined && shown?.scrolls === true) {
      const middle = { x: size.width / 2, y: size.height / 2 };
      send({ do: "scroll", way, ...middle });
    } else return;
    event.preventDefault();
  };
  return (
    <div
      ref={box}
      class={picking.value ? "display picking" : "display"}
      data-lit={lit}
      role="group"
      aria-label={say("Touch screen")}
      tabIndex={shown?.scrolls === true ? 0 : undefined}
      style={{ "--screen-width": size.width, "--screen-height": size.height }}
      onPointerDown={press}
      onPointerMove={(event) => {
        point(event);
        goOn("move")(event);
      }}
      onPointerLeave={() => (pointer.value = undefined)}
      onClickCapture={choose}
      onPointerUp={goOn("up")}
      onPointerCancel={goOn("cancel")}
      onWheel={wheel}
      onKeyDown={key}
      onFocusIn={focused}
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
          aria-label={say("Wake the display")}
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
      <Highlight screen={size} />
    </div>
  );
}

/**
 * The element that has the focus may be absent from the next screen: then the first button there gets
 * it. Returns what has to be called when the focus moves.
 */
function useKeptFocus(box: RefObject<HTMLElement | null>): () => void {
  const last = useRef<Element | null>(null);
  useLayoutEffect(() => {
    if (last.current === null || last.current.isConnected) return;
    last.current = null;
    if (document.activeElement !== document.body) return;
    const first = box.current?.querySelector("button") ?? box.current;
    first?.focus({ preventScroll: true });
  });
  return () => {
    last.current = document.activeElement;
  };
}

/** The direction in which a wheel has moved far enough; undefined for none. */
function wayOf({ x, y }: Point): Way | undefined {
  if (Math.max(Math.abs(x), Math.abs(y)) < WHEEL_STEP) return undefined;
  if (Math.abs(y) >= Math.abs(x)) return y > 0 ? "down" : "up";
  return x > 0 ? "right" : "left";
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

/**
 * Acts on a click of a keyboard or screen reader only: mouse and finger have sent touches before
 * their click.
 */
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
