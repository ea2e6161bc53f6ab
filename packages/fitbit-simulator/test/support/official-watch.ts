import { createHash } from "node:crypto";
import { Duplex } from "node:stream";
import { Host } from "@fitbit/fdb-host";
import { RPCError } from "@fitbit/jsonrpc-ts";
import { FDBTypes } from "@fitbit/fdb-protocol";
import { Interface } from "@fitbit/pulse";
import { strToU8, unzipSync } from "fflate";

const PORT = 0x3e20;

/** What a watch is like, where it is not like a Versa 4. */
export interface WatchTraits {
  readonly family?: string;
  readonly maxApi?: string;
  readonly partial?: boolean;
  /** Why it takes no app. */
  readonly refuses?: string;
  readonly maxMessageSize?: number;
  readonly cbor?: boolean;
  readonly hostId?: string;
  /** Called when an app is launched. */
  readonly launches?: (uuid: string) => void;
  /** Called with each message that arrives, before it is looked at. */
  readonly heard?: (bytes: number) => void;
}

/** Messages on the watch's side: each part after two bytes, the second says how many follow. */
class Messages extends Duplex {
  private parts: Buffer[] = [];

  constructor(
    private readonly socket: {
      mtu: number;
      send(packet: Buffer): void;
      on(event: string, hear: (packet: Buffer) => void): void;
    },
    heard: (bytes: number) => void,
  ) {
    super({ objectMode: true });
    socket.on("data", (packet) => {
      this.parts.push(packet.subarray(2));
      if (packet[1] !== 0) return;
      const message = Buffer.concat(this.parts.splice(0));
      heard(message.length);
      this.push(message);
    });
    socket.on("close", () => this.destroy());
  }

  override _read(): void {
    // Messages are pushed as they come.
  }

  override _write(
    message: string | Buffer,
    _: BufferEncoding,
    done: () => void,
  ): void {
    const bytes = Buffer.from(message as Buffer);
    const size = this.socket.mtu - 2;
    const count = Math.ceil(bytes.length / size);
    for (let at = 0; at < count; at += 1) {
      const part = bytes.subarray(at * size, (at + 1) * size);
      this.socket.send(Buffer.concat([Buffer.from([0, count - 1 - at]), part]));
    }
    done();
  }
}

type Files = Record<string, Uint8Array>;

/** The side of a watch, by Fitbit's own modules: what an app host does, over PULSE. */
export class OfficialWatch {
  /** The files of each app that is installed, by its uuid. */
  readonly apps = new Map<string, Files>();
  readonly launched: string[] = [];
  /** Names of the files in each install that came. */
  readonly came: string[][] = [];
  /** What the watch shows: a picture of two pixels. */
  screen = Buffer.from("P6\n2 1\n255\n\x01\x02\x03\xf0\xf1\xf2", "latin1");
  private host: Host | undefined;

  constructor(readonly traits: WatchTraits = {}) {}

  /** Answers whoever is at the other end of the cable. */
  async answer(bytes: Duplex): Promise<void> {
    const link = await Interface.create(bytes, {
      requestedTransports: ["reliable"],
    }).getLink();
    const socket = await link.openSocket("reliable", PORT);
    const heard = this.traits.heard ?? (() => undefined);
    this.serve(new Messages(socket as never, heard));
  }

  /** An app says something. */
  says(uuid: string, ...message: unknown[]): void {
    const app = {
      uuid,
      buildID: "0123456789abcdef",
      component: "app" as const,
    };
    this.host!.consoleMessage({ emittedBy: app, kind: "log", message });
  }

  private serve(messages: Duplex): void {
    const { family = "hera", maxApi = "8.2.0" } = this.traits;
    const { partial = true, maxMessageSize, cbor = true } = this.traits;
    const host = Host.create(messages, {
      device: "Versa 4 60.1.2.3",
      hostKind: "device",
    });
    this.host = host;
    host.setInstallHandler((zip) => this.install(zip), {
      appBundle: true,
      partialBundle: partial,
      appCompatibility: [{ family, version: "60.1.2", maxAPIVersion: maxApi }],
    } as never);
    // What the module leaves out, or puts in.
    const { capabilities } = host;
    capabilities.protocol = {
      ...(maxMessageSize ? { maxMessageSize } : {}),
      ...(cbor ? { additionalSerializations: ["cbor-definite"] } : {}),
    };
    capabilities.appHost!.launch = { appComponent: { canLaunch: true } };
    capabilities.appHost!.screenshot = {
      stream: true,
      imageFormats: ["P6.sRGB"],
    };
    if (this.traits.hostId) {
      capabilities.experimental = { serialNumber: this.traits.hostId };
    }
    host.dispatcher
      .method("app.launchComponent", FDBTypes.LaunchComponentParams, (what) => {
        this.launched.push(what.uuid);
        this.traits.launches?.(what.uuid);
        return { ...what, buildID: "0123456789abcdef" };
      })
      .method(
        "app.screenshot.stream.capture",
        FDBTypes.AppScreenshotStreamCaptureParams,
        ({ stream }) => {
          void this.send("app.screenshot.stream", stream, this.screen);
          return { length: this.screen.length };
        },
      )
      .method(
        "app.contents.stream.list",
        FDBTypes.AppComponentContentsRequest,
        ({ stream, uuid }) => {
          const entries = Object.entries(this.apps.get(uuid) ?? {});
          const files = entries.map(([path, content]) => [
            path,
            { sha256: createHash("sha256").update(content).digest("hex") },
          ]);
          const list = JSON.stringify({ files: Object.fromEntries(files) });
          void this.send("app.contents.stream", stream, Buffer.from(list));
        },
      );
  }

  /** Sends something in pieces, as a watch does. */
  private async send(
    what: string,
    stream: string | number,
    bytes: Buffer,
  ): Promise<void> {
    const { rpc } = this.host!;
    for (let at = 0; at < bytes.length; at += 600) {
      const data = bytes.subarray(at, at + 600).toString("base64");
      await rpc.callMethod("io.write", { stream, data });
    }
    await rpc.callMethod(`${what}.finalize`, { stream });
  }

  private install(zip: Buffer) {
    const { refuses } = this.traits;
    if (refuses) throw new RPCError(refuses, -1);
    const files = unzipSync(zip);
    this.came.push(Object.keys(files).sort());
    const changes = files[".partial.json"];
    const read = (content: Uint8Array) =>
      JSON.parse(Buffer.from(content).toString()) as Record<string, unknown>;
    delete files[".partial.json"];
    const { uuid } = read(files["manifest.json"] ?? strToU8("{}")) as {
      uuid?: string;
    };
    const id = uuid ?? [...this.apps.keys()][0]!;
    const held = changes ? { ...this.apps.get(id) } : {};
    if (changes)
      for (const path of read(changes)["delete"] as string[]) delete held[path];
    this.apps.set(id, { ...held, ...files });
    return {
      app: { uuid: id, buildID: "0123456789abcdef" },
      components: ["app" as const],
      installType: changes ? ("partial" as const) : ("full" as const),
    };
  }
}
