import type { World } from "../engine";
import type { ActionKind, ActionTable } from "./action";

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

interface Killable {
  killAtStep(count: number, when: "before" | "after"): void;
  killAtWake(count: number, when: "before" | "after"): void;
}

/** A death at a step or a wake-up to come: which, and before or after it. */
function death(
  method: "killAtStep" | "killAtWake",
  of: (world: World) => Killable,
): ActionKind {
  return {
    form: "N[:after]",
    pattern: /^[1-9]\d{0,5}(:before|:after)?$/,
    needs:
      "the number of a step to come, from 1 to 999999, such as 3 or 3:after",
    act: (world, value) => {
      const [count, when] = value.split(":");
      of(world)[method](Number(count), when === "after" ? "after" : "before");
    },
  };
}

const appOf = ({ faults }: World) => faults.app;
const companionOf = ({ faults }: World) => faults.companion;

/** What goes wrong: sudden deaths, an empty battery, no room, a bad link. */
export const FAULT_ACTIONS: ActionTable = {
  "kill-at-step": death("killAtStep", appOf),
  "kill-at-wake": death("killAtWake", appOf),
  "kill-at-file": {
    form: "N",
    pattern: /^[1-9]\d{0,5}$/,
    needs: "the number of a change of a file to come, from 1 to 999999",
    act: ({ faults }, value) => faults.app.killAtFileChange(Number(value)),
  },
  "battery-empty": { act: ({ faults }) => faults.emptyBattery() },
  charged: { act: ({ faults }) => faults.chargeBattery() },
  "heap-left": {
    form: "BYTES",
    pattern: /^\d{1,6}$/,
    needs: "bytes from 0 to 999999, such as 2000",
    act: ({ faults }, value) => faults.app.leaveHeap(Number(value)),
  },
  "heap-free": { act: ({ faults }) => faults.app.leaveHeap(undefined) },
  "watch-full": { act: ({ faults }) => faults.storage.fill() },
  "watch-room": { act: ({ faults }) => faults.storage.free() },
  "phone-kill-at-step": death("killAtStep", companionOf),
  "phone-kill-at-wake": death("killAtWake", companionOf),
  "phone-reinstall": { act: ({ faults }) => faults.companion.reinstall() },
  "phone-swap": { act: ({ faults }) => faults.companion.swap() },
  link: {
    form: "FAULT",
    pattern: new RegExp(`^(${LINK_FAULTS.join("|")})$`),
    needs: `one of ${LINK_FAULTS.join(", ")}`,
    act: ({ faults }, value) => {
      faults.link[LINK[value as LinkFault]] = true;
    },
  },
  "no-faults": { act: noFaults },
};
