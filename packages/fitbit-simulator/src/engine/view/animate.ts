import { AnimationEvents } from "./animation-events";
import type { ViewElement } from "./element";
import { between } from "./mix";
import { transformOf } from "./transform";

const DEFAULT_SECONDS = 1;

/** Where an animation's values go, by the kind of `<animateTransform>`. */
const TRANSFORMS: Readonly<Record<string, readonly string[]>> = {
  rotate: ["rotate-angle"],
  scale: ["scale-x", "scale-y"],
  translate: ["translate-x", "translate-y"],
};

/** What an element has where nothing says otherwise; 0 for every other attribute. */
const UNSET: Readonly<Record<string, string>> = {
  "scale-x": "1",
  "scale-y": "1",
  opacity: "1",
  "fill-opacity": "1",
};

type Ease = (share: number) => number;

const EASINGS: Readonly<Record<string, Ease>> = {
  linear: (t) => t,
  ease: easeInOut,
  "ease-in": (t) => t * t,
  "ease-out": (t) => 1 - (1 - t) ** 2,
  "ease-in-out": easeInOut,
  "ease-out-in": (t) => (t < 0.5 ? 2 * t * (1 - t) : 1 - 2 * t * (1 - t)),
};

function easeInOut(t: number): number {
  return t < 0.5 ? 2 * t * t : 1 - 2 * (1 - t) ** 2;
}

interface Running {
  readonly source: ViewElement;
  readonly target: ViewElement;
  readonly names: readonly string[];
  /** For each name, the values it goes through. */
  readonly values: readonly (readonly string[])[];
  readonly delayMs: number;
  readonly lengthMs: number;
  /** From the beginning of one round to that of the next: its length, or longer. */
  readonly periodMs: number;
  readonly repeats: number;
  readonly ease: Ease;
  /** Whether the last value stays. */
  readonly stays: boolean;
  /** Unknown until the first frame where nobody told the time. */
  startMs: number | undefined;
}

/** The animations of one view: begun by events, drawn by whoever knows the time. */
export class Animations {
  private running: Running[] = [];
  /** What they tell of themselves, where somebody knows the time. */
  readonly events = new AnimationEvents();
  /** Called when one began. */
  onBegin: (() => void) | undefined;

  /** @param now the time in ms; without it an animation starts with the first frame */
  constructor(private readonly now?: () => number) {}

  /** Shows what runs as it is now; false when nothing runs. */
  settle(): boolean {
    if (this.running.length === 0 || this.now === undefined) return false;
    this.advance(this.now());
    return true;
  }

  /** Ends and begins what `trigger` ends and begins in an element and in what it holds. */
  begin(within: ViewElement, trigger: string): void {
    this.beginOwn(within, trigger);
    for (const child of within.children) {
      if (!isAnimation(child)) this.begin(child, trigger);
    }
  }

  /** Ends and begins what `trigger` ends and begins in an element itself. */
  beginOwn(within: ViewElement, trigger: string): void {
    for (const child of within.children) {
      if (isAnimation(child)) this.consider(child, within, trigger);
    }
  }

  /** Shows every animation as it is at a time; true while one still moves. */
  advance(nowMs: number): boolean {
    const states = this.running.map((one) => {
      one.startMs ??= nowMs;
      return stateOf(one, nowMs - one.startMs - one.delayMs);
    });
    // Where two animate the same, the one that moved last is seen.
    for (const { one, share } of [...states].sort(
      (a, b) => b.restMs - a.restMs,
    )) {
      show(one, share);
    }
    this.running = states
      .filter(({ share }) => share !== "over")
      .map(({ one }) => one);
    return this.running.length > 0;
  }

  private consider(
    source: ViewElement,
    parent: ViewElement,
    trigger: string,
  ): void {
    if (delayOf(source.get("end"), trigger) !== undefined) this.end(source);
    const delay = delayOf(source.get("begin"), trigger);
    if (delay === undefined) return;
    const target = targetOf(source, parent);
    this.running = this.running.filter((one) => one.source !== source);
    const startMs = this.now?.();
    const one = { ...read(source, target), delayMs: delay * 1000, startMs };
    this.running.push(one);
    if (startMs === undefined || source.tag === "set") return;
    const { periodMs, repeats } = one;
    this.events.begun({
      ...{ source, holder: parent, periodMs, repeats },
      startMs: startMs + one.delayMs,
    });
    this.onBegin?.();
  }

  /** Stops an animation: what it shows stays or goes, as at its own end. */
  private end(source: ViewElement): void {
    this.events.ended(source);
    this.running = this.running.filter((one) => {
      if (one.source !== source) return true;
      if (!one.stays) {
        for (const name of one.names) one.target.animated(name, undefined);
      }
      return false;
    });
  }
}

function isAnimation({ tag }: ViewElement): boolean {
  return /^(animate|animateTransform|set)$/.test(tag);
}

/** Seconds between an event and the beginning, if the event begins it: `load+2;enable`. */
export function delayOf(
  begin: string | undefined,
  trigger: string,
): number | undefined {
  for (const part of (begin ?? "").split(";")) {
    const [name, delay] = part.trim().split("+");
    if (name === trigger) return Math.max(0, Number(delay ?? 0) || 0);
  }
  return undefined;
}

/** The element that `href` names among the parent's parts, else the parent. */
function targetOf(source: ViewElement, parent: ViewElement): ViewElement {
  const id = source.get("href")?.replace(/^#/, "");
  if (id === undefined || parent.id === id) return parent;
  const search = (node: ViewElement): ViewElement | undefined => {
    for (const child of node.children) {
      const found = child.id === id ? child : search(child);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return search(parent) ?? parent;
}

function read(
  source: ViewElement,
  target: ViewElement,
): Omit<Running, "delayMs" | "startMs"> {
  const kind = source.get("attributeType") ?? "";
  const names =
    source.tag === "animateTransform" && Object.hasOwn(TRANSFORMS, kind)
      ? (TRANSFORMS[kind] ?? [])
      : [source.get("attributeName") ?? ""];
  const to = source.get("to");
  const list =
    source.get("values")?.split(";") ??
    [source.get("from"), to].filter((value) => value !== undefined);
  const isSet = source.tag === "set";
  const seconds = Number.parseFloat(source.get("dur") ?? "");
  const lengthMs = isSet
    ? 0
    : (seconds >= 0 ? seconds : DEFAULT_SECONDS) * 1000;
  const periodMs = Number.parseFloat(source.get("repeatDur") ?? "") * 1000;
  const repeat = source.get("repeatCount");
  return {
    source,
    target,
    names,
    values: names.map((name, at) => {
      const own = list.map((value) => {
        const parts = value.trim().split(/[\s,]+/);
        return parts[at] ?? parts[0] ?? "";
      });
      // Without `from` it starts at what the element has.
      return own.length === 1 && !isSet ? [seen(target, name), ...own] : own;
    }),
    lengthMs,
    periodMs: periodMs > lengthMs ? periodMs : lengthMs,
    repeats:
      repeat === "indefinite" ? Infinity : Math.max(1, Number(repeat) || 1),
    ease: EASINGS[source.get("easing") ?? "linear"] ?? ((t) => t),
    stays: isSet || /^(freeze|keep)$/.test(source.get("final") ?? ""),
  };
}

/** What an element shows of an attribute before it is animated: its `transform` counts too. */
function seen(target: ViewElement, name: string): string {
  const transform = transformOf(target);
  const moved: Readonly<Record<string, string | undefined>> = {
    "translate-x": transform.x,
    "translate-y": transform.y,
    "rotate-angle": transform.angle,
    "scale-x": transform.scaleX,
    "scale-y": transform.scaleY,
  };
  return moved[name] ?? target.get(name) ?? UNSET[name] ?? "0";
}

/** How far an animation is. */
interface State {
  readonly one: Running;
  /** Of its round: 0 to 1. */
  readonly share: number | "before" | "over";
  /** For how long it has not moved. */
  readonly restMs: number;
}

function stateOf(one: Running, elapsed: number): State {
  if (elapsed < 0) return { one, share: "before", restMs: Infinity };
  const { lengthMs, periodMs, repeats } = one;
  const rounds = periodMs > 0 ? elapsed / periodMs : Infinity;
  if (rounds >= repeats || periodMs === 0) {
    return { one, share: "over", restMs: elapsed - repeats * periodMs || 0 };
  }
  const inRound = elapsed % periodMs;
  return inRound < lengthMs
    ? { one, share: inRound / lengthMs, restMs: 0 }
    : { one, share: 1, restMs: inRound - lengthMs };
}

function show(one: Running, share: State["share"]): void {
  if (share === "before") return;
  const over = share === "over";
  const at = over ? 1 : one.ease(share);
  one.names.forEach((name, index) => {
    const values = one.values[index] ?? [];
    const value = over && !one.stays ? undefined : between(values, at);
    one.target.animated(name, value);
  });
}
