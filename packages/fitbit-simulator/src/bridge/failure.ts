import { CommandFailure } from "../run/arguments";

/** Why something with a watch did not work. */
export type FailureKind =
  /** This computer has no USB, or the package for it is missing. */
  | "no-usb"
  /** No watch is plugged in. */
  | "no-watch"
  /** The system lets nobody open it. */
  | "no-permission"
  /** It was unplugged, or its side of the link ended. */
  | "unplugged"
  /** It said nothing for too long. */
  | "silent"
  /** It answered with an error. */
  | "refused"
  /** The package is not for this model, or for a newer system. */
  | "incompatible"
  /** It cannot do what was asked. */
  | "not-able";

/**
 * Exit codes of `watch`: 3 no watch to be had, 4 the link broke (again may help), 5 the watch
 * or the package says no (again does not help).
 */
const EXIT_CODES: Readonly<Record<FailureKind, number>> = {
  "no-usb": 3,
  "no-watch": 3,
  "no-permission": 3,
  unplugged: 4,
  silent: 4,
  refused: 5,
  incompatible: 5,
  "not-able": 5,
};

/** Something with a watch did not work; the message says what, and what can be done. */
export class WatchFailure extends CommandFailure {
  constructor(
    readonly kind: FailureKind,
    message: string,
  ) {
    super(message);
  }

  get exitCode(): number {
    return EXIT_CODES[this.kind];
  }

  /** Another attempt over a link that is opened anew may work. */
  get mayPass(): boolean {
    return this.kind === "silent" || this.kind === "unplugged";
  }
}
