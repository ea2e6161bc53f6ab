import { createWorld, type FitbitPackage } from "fitbit-simulator";
import { NO_STATE, type StoredState } from "fitbit-simulator/run";
import type { HandedOver } from "./inbox";

/** Virtual ms that the companion is given: it waits for a second, and is done long before. */
const AT_WORK_MS = 10_000;

/** The clock of this computer. */
export interface Clock {
  /** Ms since 1970. */
  readonly wallMs: number;
  /** Minutes east of UTC. */
  readonly zoneMinutes: number;
}

/** What the companion has handed over and no watch has taken yet. */
export function waitingIn(state: StoredState): HandedOver[] {
  return state.queue.filter(({ to }) => to === "watch");
}

/**
 * Lets the package's own companion work on the phone that is kept in a state: it reads what the
 * watch said, stores it, and hands over what the watch is to have. The watch of the state is out
 * of reach meanwhile.
 */
export async function letCompanionWork(
  pkg: FitbitPackage,
  state: StoredState,
  said: readonly HandedOver[],
  { wallMs, zoneMinutes }: Clock,
): Promise<StoredState> {
  const world = await createWorld(pkg, {
    epochMs: wallMs,
    tzOffsetMinutes: zoneMinutes,
    display: "off",
  });
  try {
    world.link.away();
    const { settings, local } = state.phone ?? { settings: {}, local: {} };
    const arrived = state.inbox.filter(({ to }) => to === "phone");
    const queue = state.queue.filter(({ to }) => to === "watch");
    world.importState({
      phone: { settings, local, queue, inbox: [...arrived, ...said] },
    });
    world.phone.launch();
    world.run(AT_WORK_MS);
    const { phone } = world.exportState();
    const others = <T extends { to: string }>(
      files: readonly T[],
      to: string,
    ) => files.filter((file) => file.to !== to);
    return {
      ...NO_STATE,
      ...state,
      wallMs,
      phone: { settings: { ...phone.settings }, local: { ...phone.local } },
      queue: [...others(state.queue, "watch"), ...phone.queue],
      inbox: [
        ...others(state.inbox, "phone"),
        ...phone.inbox.map((file) => ({ to: "phone" as const, ...file })),
      ],
    };
  } finally {
    world.dispose();
  }
}

/** The state without the files that a watch has taken; what replaced one of them stays. */
export function withoutTaken(
  state: StoredState,
  taken: readonly HandedOver[],
): StoredState {
  const isTaken = ({ to, name, data }: StoredState["queue"][number]) =>
    to === "watch" &&
    taken.some(
      (one) => one.name === name && Buffer.compare(one.data, data) === 0,
    );
  return { ...state, queue: state.queue.filter((file) => !isTaken(file)) };
}
