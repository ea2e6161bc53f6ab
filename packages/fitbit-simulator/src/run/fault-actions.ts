import type { World } from "../engine";
import type { ActionKind, ActionTable } from "./action";

/** A file of another app that takes what is left of the watch's storage. */
const FILLER = "filler";
/** The watch's storage for an app, as the SDK documents it. */
const QUOTA_BYTES = 15 * 1024 * 1024;
const FILLER_BYTES = new Uint8Array(QUOTA_BYTES);

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

function fill({ watch }: World): void {
  watch.files.delete(FILLER);
  let used = 0;
  for (const bytes of watch.files.values()) used += bytes.length;
  watch.files.set(FILLER, FILLER_BYTES.subarray(0, QUOTA_BYTES - used));
}

/** Calls off every death that has not come, and ends what is wrong. */
function noFaults({ watch, phone, link }: World): void {
  watch.killAtStep(0);
  watch.killAtWake(0);
  watch.killAtFileOp(0);
  watch.leaveHeap(undefined);
  watch.files.delete(FILLER);
  watch.switchOn();
  phone.killAtStep(0);
  phone.killAtWake(0);
  for (const fault of Object.values(LINK)) link.faults[fault] = false;
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
    needs: "the number of a step to come, such as 3 or 3:after",
    act: (world, value) => {
      const [count, when] = value.split(":");
      of(world)[method](Number(count), when === "after" ? "after" : "before");
    },
  };
}

const watchOf = ({ watch }: World) => watch;
const phoneOf = ({ phone }: World) => phone;

/** What goes wrong: sudden deaths, an empty battery, no room, a bad link. */
export const FAULT_ACTIONS: ActionTable = {
  "kill-at-step": death("killAtStep", watchOf),
  "kill-at-wake": death("killAtWake", watchOf),
  "kill-at-file": {
    form: "N",
    pattern: /^[1-9]\d{0,5}$/,
    needs: "the number of a change of a file to come",
    act: ({ watch }, value) => watch.killAtFileOp(Number(value)),
  },
  "battery-empty": { act: ({ watch }) => watch.switchOff() },
  charged: { act: ({ watch }) => watch.switchOn() },
  "heap-left": {
    form: "BYTES",
    pattern: /^\d{1,6}$/,
    needs: "bytes, such as 2000",
    act: ({ watch }, value) => watch.leaveHeap(Number(value)),
  },
  "heap-free": { act: ({ watch }) => watch.leaveHeap(undefined) },
  "watch-full": { act: fill },
  "watch-room": { act: ({ watch }) => void watch.files.delete(FILLER) },
  "phone-kill-at-step": death("killAtStep", phoneOf),
  "phone-kill-at-wake": death("killAtWake", phoneOf),
  "phone-reinstall": { act: ({ phone }) => phone.reinstall() },
  link: {
    form: "FAULT",
    pattern: new RegExp(`^(${LINK_FAULTS.join("|")})$`),
    needs: `one of ${LINK_FAULTS.join(", ")}`,
    act: ({ link }, value) => {
      link.faults[LINK[value as LinkFault]] = true;
    },
  },
  "no-faults": { act: noFaults },
};
