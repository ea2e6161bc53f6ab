import { RemoteHost } from "@fitbit/fdb-debugger";

/** How long a watch may take to tell which files of an app it has; without them all are sent. */
const CONTENTS_MS = 5000;

/** The parts of the library's class that it keeps to its heirs. */
interface Inner {
  abortStreamingInstall(params: unknown): Promise<unknown>;
}

/**
 * The library's side of the bridge, which would end this process where a watch answers late or
 * not at all.
 */
export class SafeRemoteHost extends RemoteHost {
  protected constructor(timeout: number) {
    super(timeout);
    // An answer to what was given up long ago.
    this.rpc.on("error", () => undefined);
    const inner = this as unknown as Inner;
    const abort = inner.abortStreamingInstall;
    // A watch that is gone is not told that an install is over.
    inner.abortStreamingInstall = (params) =>
      abort(params).catch(() => undefined);
  }

  override async getInstalledAppContents(
    ...about: Parameters<RemoteHost["getInstalledAppContents"]>
  ): ReturnType<RemoteHost["getInstalledAppContents"]> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error("no list")), CONTENTS_MS);
    });
    const list = super.getInstalledAppContents(...about);
    list.catch(() => undefined);
    try {
      return await Promise.race([list, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  /**
   * Keeps messages to a size that passes: the encoder cuts what is over 16,384 bytes, and a part of
   * a message says in one byte how many follow.
   */
  capMessages(most: number): void {
    const { protocol } = this.info.capabilities;
    if (protocol?.maxMessageSize !== undefined) {
      protocol.maxMessageSize = Math.min(protocol.maxMessageSize, most);
    }
  }
}
