import type { Json, World } from "fitbit-simulator";

/** One thing that happens to watch or phone at a moment of the run. */
export interface Action {
  /** Seconds since the first launch. */
  at: number;
  name: string;
  /** What stands behind the name, such as the id to tap; "" without. */
  value: string;
}

interface Kind {
  /** How the value looks; none is taken when left out. */
  form?: string;
  /** What a right value matches. */
  right?: RegExp;
  /** Why another value is refused. */
  needs?: string;
  /** Gives a line when it cannot be done. */
  act(world: World, value: string): string | void;
}

/** What can be wrong with the link, by the word of the action. */
const LINK = {
  "out-of-order": "outOfOrder",
  repeated: "repeated",
  interrupted: "interrupted",
  late: "late",
  lost: "lost",
} as const;
/** A word for what is wrong with the link. */
export type LinkFault = keyof typeof LINK;
/** All of them. */
export const LINK_FAULTS = Object.keys(LINK) as LinkFault[];

/** Calls off every death that has not come, and ends what is wrong. */
function noFaults({ faults, link }: World): void {
  const { app, companion, storage } = faults;
  app.killAtStep(0);
  app.killAtWake(0);
  app.killAtFileChange(0);
  app.leaveHeap(undefined);
  storage.free();
  faults.chargeBattery();
  companion.killAtStep(0);
  companion.killAtWake(0);
  for (const fault of Object.values(LINK)) faults.link[fault] = false;
  // What is late starts anew.
  link.away();
  link.back();
}

/** Taps; a display that is dark is lit for as long as the finger is on it. */
function tap({ watch }: World, id: string): string | void {
  const tapped = watch.tap(id);
  if (tapped.ok) return;
  if (watch.display.on) return tapped.reason;
  watch.setDisplay(true);
  const again = watch.tap(id);
  watch.setDisplay(false);
  if (!again.ok) return again.reason;
}

function keyAndValue(text: string): [key: string, value: string] {
  const at = text.indexOf("=");
  return [text.slice(0, at), text.slice(at + 1)];
}

function set({ phone }: World, text: string): void {
  const [key, value] = keyAndValue(text);
  phone.settingsStorage.set(key, value, "settings");
}

/** Why something cannot be done, if it cannot. */
function tried(action: () => void): string | void {
  try {
    action();
  } catch (error) {
    return (error as Error).message;
  }
}

/** Uses a widget of the open settings page. */
function use({ phone }: World, text: string): string | void {
  const [key, value] = keyAndValue(text);
  let input: Json = value;
  try {
    input = JSON.parse(value) as Json;
  } catch {
    // Plain text.
  }
  return tried(() => phone.settings.use(key, input));
}

interface Mortal {
  killAtStep(count: number, when: "before" | "after"): void;
  killAtWake(count: number, when: "before" | "after"): void;
}

/** A death at a step or a wake-up to come: which, and before or after it. */
function death(
  plan: "killAtStep" | "killAtWake",
  of: (world: World) => Mortal,
): Kind {
  return {
    form: "N[:after]",
    right: /^[1-9]\d{0,5}(:before|:after)?$/,
    needs: "the number of a step to come, such as 3 or 3:after",
    act: (world, value) => {
      const [count, when] = value.split(":");
      of(world)[plan](Number(count), when === "after" ? "after" : "before");
    },
  };
}

const appOf = ({ faults }: World) => faults.app;
const companionOf = ({ faults }: World) => faults.companion;

/** Everything that can happen, by name, in the order of the help. */
const KINDS: Readonly<Record<string, Kind>> = {
  tap: {
    form: "ID",
    right: /./s,
    needs: "the id of an element: tap:ID",
    act: tap,
  },
  "swipe-back": { act: ({ watch }) => watch.swipeBack() },
  kill: { act: ({ faults }) => faults.app.kill() },
  launch: { act: ({ watch }) => watch.launch() },
  "display-off": { act: ({ watch }) => watch.setDisplay(false) },
  "display-on": { act: ({ watch }) => watch.setDisplay(true) },
  clock: {
    form: "±SECONDS",
    right: /^[+-]\d+(\.\d+)?$/,
    needs: "signed seconds: clock:+3600 or clock:-5",
    act: (world, value) => world.faults.jumpClock(Number(value) * 1000),
  },
  "phone-away": { act: ({ link }) => link.away() },
  "phone-back": { act: ({ link }) => link.back() },
  "phone-kill": { act: ({ faults }) => faults.companion.kill() },
  "phone-launch": { act: ({ phone }) => phone.launch() },
  set: {
    form: "KEY=VALUE",
    right: /^[^=]+=/,
    needs: "set:KEY=VALUE",
    act: set,
  },
  "page-open": { act: ({ phone }) => phone.settings.open() },
  "page-use": {
    form: "KEY=VALUE",
    right: /^[^=]+=/,
    needs: "page-use:KEY=VALUE, the value as JSON or plain text",
    act: use,
  },
  "page-press": {
    form: "LABEL",
    right: /./s,
    needs: "the label of a button: page-press:LABEL",
    act: ({ phone }, label) => tried(() => phone.settings.press(label)),
  },
  "page-close": { act: ({ phone }) => phone.settings.close() },
  "kill-at-step": death("killAtStep", appOf),
  "kill-at-wake": death("killAtWake", appOf),
  "kill-at-file": {
    form: "N",
    right: /^[1-9]\d{0,5}$/,
    needs: "the number of a change of a file to come",
    act: ({ faults }, value) => faults.app.killAtFileChange(Number(value)),
  },
  "battery-empty": { act: ({ faults }) => faults.emptyBattery() },
  charged: { act: ({ faults }) => faults.chargeBattery() },
  "heap-left": {
    form: "BYTES",
    right: /^\d{1,6}$/,
    needs: "bytes, such as 2000",
    act: ({ faults }, value) => faults.app.leaveHeap(Number(value)),
  },
  "heap-free": { act: ({ faults }) => faults.app.leaveHeap(undefined) },
  "watch-full": { act: ({ faults }) => faults.storage.fill() },
  "watch-room": { act: ({ faults }) => faults.storage.free() },
  "phone-kill-at-step": death("killAtStep", companionOf),
  "phone-kill-at-wake": death("killAtWake", companionOf),
  "phone-reinstall": { act: ({ faults }) => faults.companion.reinstall() },
  link: {
    form: "FAULT",
    right: new RegExp(`^(${LINK_FAULTS.join("|")})$`),
    needs: `one of ${LINK_FAULTS.join(", ")}`,
    act: ({ faults }, value) => {
      faults.link[LINK[value as LinkFault]] = true;
    },
  },
  "no-faults": { act: noFaults },
};

/** Every action as it is written. */
export const ACTIONS: readonly string[] = Object.entries(KINDS).map(
  ([name, { form }]) => (form ? `${name}:${form}` : name),
);

/** Why this is no action, or undefined when it is one; no value is undefined. */
export function actionFault(
  name: string,
  value: string | undefined,
): string | undefined {
  const kind = Object.hasOwn(KINDS, name) ? KINDS[name] : undefined;
  if (!kind) return `known actions: ${ACTIONS.join(", ")}`;
  if (kind.right) {
    return kind.right.test(value ?? "")
      ? undefined
      : `${name} needs ${kind.needs}`;
  }
  return value === undefined ? undefined : `${name} takes no value`;
}

/** Does what was checked with {@link actionFault}; a line when it cannot be done. */
export function act(
  world: World,
  { name, value }: Pick<Action, "name" | "value">,
): string | undefined {
  return KINDS[name]!.act(world, value) ?? undefined;
}
