import type { Duplex } from "node:stream";
import PortablePixmap from "@fitbit/portable-pixmap";
import { encodePng } from "../draw/png";
import { visibleLine } from "../visible";
import { bundleFor } from "./compatibility";
import { type FailureKind, WatchFailure } from "./failure";
import { PulseMessages } from "./pulse-messages";
import { SafeRemoteHost } from "./remote-host";
import type { WatchApp } from "./watch-app";

/** Bytes of the longest message to a watch. */
const MOST_MESSAGE_BYTES = 8192;
/** After so long without a word a watch is given up. */
const SILENCE_MS = 10_000;
/** Once it has all of an app, a watch may work for so long without a word; as in Fitbit's own tool. */
const INSTALLING_MS = 300_000;
/** The one picture format that watches are known to have. */
const PICTURE_FORMAT = "P6.sRGB";

/** How far something has come, in bytes; the sum is not always known. */
export type Progress = (done: number, all: number | undefined) => void;

/** What became of an install. */
export interface Installed {
  /** All of the app was sent, or what differs, or nothing: the watch had it. */
  readonly kind: "full" | "partial" | "same";
  /** Bytes that were sent. */
  readonly bytes: number;
}

/** A line of the console, or the trace of an error. */
export interface LogLine {
  /** `log`, `info`, `warn`, `error`, or `trace`, `assert`, `exception`. */
  readonly kind: string;
  /** The app that said it, if the watch tells. */
  readonly uuid: string | undefined;
  readonly text: string;
}

/** What a watch says of itself, with nothing in it that tells one watch from another. */
export interface About {
  readonly device: string;
  readonly capabilities: unknown;
}

/** Names whose values could tell whose watch it is. */
const PERSONAL = /host_?id|serial|uuid|mac|address|token|user|account|owner/i;
/** The same of a value: a long row of digits and letters, as serial numbers are. */
const LONG_NUMBER = /[0-9a-f]{8,}|\d{6,}|([0-9a-f]{2}:){5}/gi;

/** A value without what could be personal. */
function impersonal(value: unknown): unknown {
  if (typeof value === "string") return value.replace(LONG_NUMBER, "…");
  if (Array.isArray(value)) return value.map(impersonal);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([name]) => !PERSONAL.test(name));
  return Object.fromEntries(kept.map(([name, of]) => [name, impersonal(of)]));
}

/** A watch whose developer bridge answers. */
export class ConnectedWatch {
  private constructor(
    private readonly messages: PulseMessages,
    private readonly host: SafeRemoteHost,
  ) {}

  /**
   * Greets the watch at the other end of a stream of bytes.
   * @throws WatchFailure when nobody answers within 10 s
   */
  static async connect(bytes: Duplex): Promise<ConnectedWatch> {
    const messages = await PulseMessages.open(bytes);
    // What goes wrong ends what is being asked; there is nothing more to say.
    messages.on("error", () => undefined);
    try {
      const greeting = () => SafeRemoteHost.connect(messages);
      const host = (await answer(messages, greeting)) as SafeRemoteHost;
      host.capMessages(MOST_MESSAGE_BYTES);
      return new ConnectedWatch(messages, host);
    } catch (error) {
      await messages.hangUp();
      throw error;
    }
  }

  /** Model and firmware, as the watch calls itself. */
  get name(): string {
    return visibleLine(this.host.info.device);
  }

  /** What the watch says of itself. */
  get about(): About {
    const { device, capabilities } = this.host.info;
    return {
      device: String(impersonal(device)),
      capabilities: impersonal(capabilities),
    };
  }

  /**
   * Installs an app, or what of it differs from the one that the watch has.
   * @throws WatchFailure, which says what that means for what was on the watch
   */
  async install(
    app: WatchApp,
    progress: Progress = () => {},
  ): Promise<Installed> {
    const { install } = this.host.info.capabilities.appHost ?? {};
    if (!install?.sideloadStream || install.appBundle === false) {
      throw new WatchFailure(
        "not-able",
        `${this.name} does not take apps over its developer bridge`,
      );
    }
    const bundle = bundleFor(app, install.appCompatibility ?? []);
    let sent = 0;
    const limit = { ms: SILENCE_MS };
    const onProgress = (done: number, all: number) => {
      sent = done;
      if (done === all) limit.ms = INSTALLING_MS;
      progress(done, all);
    };
    try {
      const result = await answer(
        this.messages,
        () => this.host.installApp("app", Buffer.from(bundle), { onProgress }),
        limit,
      );
      const kind = result === null ? "same" : result.installType;
      return { kind, bytes: sent };
    } catch (error) {
      if (!(error instanceof WatchFailure)) throw error;
      throw new WatchFailure(
        error.kind,
        `${error.message}; ${left(limit.ms === INSTALLING_MS)}`,
      );
    }
  }

  /** @throws WatchFailure */
  async launch(uuid: string): Promise<void> {
    const { launch } = this.host.info.capabilities.appHost ?? {};
    if (!launch?.appComponent?.canLaunch) {
      throw new WatchFailure(
        "not-able",
        `${this.name} cannot launch an app from here: open it on the watch`,
      );
    }
    await answer(
      this.messages,
      () => this.host.launchAppComponent({ uuid, component: "app" }),
      { ms: 2 * SILENCE_MS },
    );
  }

  /** Passes on what apps say from now on; what is given back ends that. */
  log(hear: (line: LogLine) => void): () => void {
    const said = ({ kind, emittedBy, message }: Said) => {
      const text = message.map(textOf).join(" ");
      hear({ kind, uuid: emittedBy?.uuid, text });
    };
    const traced = (trace: Said & { stack: Place[] }) => {
      const stack = trace.stack.map(
        ({ name, source, line, column }) =>
          `\n  ${name ?? "?"} at ${source}:${line + 1},${column + 1}`,
      );
      said({
        ...trace,
        message: [trace.message.map(textOf).join(" ") + stack.join("")],
      });
    };
    this.host.on("consoleMessage", said);
    this.host.on("consoleTrace", traced);
    return () => {
      this.host.off("consoleMessage", said);
      this.host.off("consoleTrace", traced);
    };
  }

  /**
   * What the watch shows now, as a PNG.
   * @throws WatchFailure
   */
  async screenshot(progress: Progress = () => {}): Promise<Uint8Array> {
    if (!this.host.screenshotFormats().includes(PICTURE_FORMAT)) {
      throw new WatchFailure(
        "not-able",
        `${this.name} gives no pictures of a known kind`,
      );
    }
    const picture = await answer(this.messages, () =>
      this.host.takeScreenshot(PICTURE_FORMAT, progress),
    );
    let pixels: PortablePixmap;
    try {
      pixels = PortablePixmap.parse(picture);
    } catch {
      throw new WatchFailure("refused", "what the watch sent is no picture");
    }
    const { width, height } = pixels;
    const data = new Uint8Array(4 * width * height);
    pixels.toRGBA8888(data);
    return encodePng({ width, height, data });
  }

  /** Resolves when the watch is gone. */
  get gone(): Promise<void> {
    return new Promise((resolve) => {
      if (this.messages.destroyed) resolve();
      else this.messages.once("close", () => resolve());
    });
  }

  /** Ends the connection. */
  close(): Promise<void> {
    return this.messages.hangUp();
  }
}

interface Place {
  readonly name?: string;
  readonly source: string;
  readonly line: number;
  readonly column: number;
}

interface Said {
  readonly kind: string;
  readonly emittedBy?: { readonly uuid?: string };
  readonly message: readonly unknown[];
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** What a failed install means for what was on the watch, which installs once all has arrived. */
function left(arrived: boolean): string {
  return arrived
    ? "all of the app had arrived: it may be on the watch as it was before, new, or not at all; install it again"
    : "the app had not arrived whole, so the watch should have what it had before; install it again";
}

/**
 * What a watch answers.
 * @param limit ms without a word from it after which it is given up
 * @throws WatchFailure
 */
function answer<T>(
  messages: PulseMessages,
  ask: () => Promise<T>,
  limit = { ms: SILENCE_MS },
): Promise<T> {
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    const fail = (kind: FailureKind, message: string) => {
      over();
      reject(new WatchFailure(kind, message));
    };
    const heard = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        fail("silent", `the watch has said nothing for ${limit.ms / 1000} s`);
      }, limit.ms);
    };
    const gone = () =>
      fail("unplugged", "the watch was unplugged, or ended the connection");
    const over = () => {
      clearTimeout(timer);
      messages.off("data", heard);
      messages.off("close", gone);
    };
    messages.on("data", heard);
    messages.once("close", gone);
    heard();
    if (messages.destroyed) return gone();
    ask().then(
      (value) => {
        over();
        resolve(value);
      },
      (error: unknown) => {
        over();
        reject(failureOf(error));
      },
    );
  });
}

/** The libraries' errors in our words. */
function failureOf(error: unknown): WatchFailure {
  if (error instanceof WatchFailure) return error;
  const { code, message, name } = error as Error & { code?: unknown };
  if (typeof code === "number") {
    const why = visibleLine(message || "no reason");
    return new WatchFailure("refused", `the watch refuses (${code}): ${why}`);
  }
  if (/timed out|No response/.test(message)) {
    return new WatchFailure("silent", "the watch does not answer");
  }
  if (name === "RPCStreamClosed" || /closed/.test(message)) {
    return new WatchFailure(
      "unplugged",
      "the watch was unplugged, or ended the connection",
    );
  }
  const why = visibleLine(message ?? String(error)).slice(0, 200);
  return new WatchFailure(
    "refused",
    `the watch answers in a way not known here: ${why}`,
  );
}
