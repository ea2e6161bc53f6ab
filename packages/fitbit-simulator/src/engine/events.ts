/** Which program something comes from. */
export type ProgramName = "watch" | "companion" | "settings";

/** What a run reports; see {@link WorldEvent} for when. */
export type EventBody =
  | { readonly type: "launch"; readonly from: ProgramName }
  | { readonly type: "vibrate"; readonly pattern: string }
  /** The app stopped whatever vibrates. */
  | { readonly type: "stop" }
  | {
      readonly type: "screen";
      readonly view: string;
      /** By element id, only what changed; "" when a text is no longer shown. */
      readonly text: Readonly<Record<string, string>>;
    }
  | { readonly type: "display"; readonly on: boolean }
  | {
      readonly type: "exercise";
      readonly state: "started" | "paused" | "stopped";
      readonly activity: string;
    }
  | {
      readonly type: "file";
      readonly op: "write" | "append" | "rename" | "unlink";
      readonly name: string;
      /** Size of what was written; of the file after a rename. */
      readonly bytes: number;
    }
  | {
      readonly type: "transfer";
      readonly to: "watch" | "phone";
      readonly name: string;
      readonly bytes: number;
      readonly state: TransferState;
    }
  | {
      readonly type: "message";
      readonly to: "watch" | "phone";
      readonly bytes: number;
    }
  | {
      readonly type: "storage";
      readonly key: string | null;
      readonly from: ProgramName;
    }
  | {
      readonly type: "log";
      readonly level: "log" | "info" | "warn" | "error";
      readonly message: string;
      readonly from: ProgramName;
      /** Where in the source, such as `app/index.ts:12:7`; only where positions are asked for. */
      readonly at?: string;
    }
  /** The program used something this simulator does not have. */
  | {
      readonly type: "missing";
      readonly what: "module" | "function" | "view";
      readonly name: string;
      readonly from: ProgramName;
    }
  | {
      readonly type: "exit";
      readonly from: ProgramName;
      readonly reason: ExitReason;
      readonly error?: string;
    };

/** As the platform names them, plus `pending` being reported once at the start. */
export type TransferState =
  "pending" | "transferring" | "transferred" | "canceled" | "error";

/** Why a program ended: its own wish, the wearer's, a kill from outside, or its own fault. */
export type ExitReason =
  | "exit"
  | "swipe-back"
  | "timeout"
  | "kill"
  | "error"
  | "endless loop"
  | "out of memory";

/** One thing that happened; `t` is seconds since the world began, to the millisecond. */
export type WorldEvent = { readonly t: number } & EventBody;
