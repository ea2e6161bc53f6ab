import { Duplex } from "node:stream";
import type { usb as Usb } from "usb";

type Device = Usb.Device;
type InEndpoint = import("usb").InEndpoint;
type OutEndpoint = import("usb").OutEndpoint;
type Interface = import("usb").Interface;

/** What an interface for the developer bridge is called. */
const INTERFACE_NAME = "CDC-FDB";
const DIRECTION_IN = 0x80;
const TYPE_MASK = 3;
const TYPE_BULK = 2;

/** Where on a device the developer bridge is. */
export interface BridgePlace {
  readonly product: string;
  readonly configuration: number;
  readonly interfaceNumber: number;
  readonly readEndpoint: number;
  readonly writeEndpoint: number;
}

function textAt(device: Device, index: number): Promise<string> {
  if (!index) return Promise.resolve("");
  return new Promise((resolve, reject) => {
    device.getStringDescriptor(index, (error, text) => {
      if (error) reject(error);
      else resolve(text ?? "");
    });
  });
}

/**
 * Where the developer bridge is on a device; undefined where it offers none.
 * @throws LibUSBException when the device cannot be opened
 */
export async function bridgeOn(
  device: Device,
): Promise<BridgePlace | undefined> {
  device.open();
  try {
    const product = await textAt(device, device.deviceDescriptor.iProduct);
    for (const {
      bConfigurationValue,
      interfaces,
    } of device.allConfigDescriptors) {
      // The interface for data has no name: it follows the one for control, which has.
      let name = "";
      for (const one of interfaces.flat()) {
        name = (await textAt(device, one.iInterface)) || name;
        if (name !== INTERFACE_NAME) continue;
        const bulk = (direction: number) =>
          one.endpoints.find(
            ({ bEndpointAddress, bmAttributes }) =>
              (bEndpointAddress & DIRECTION_IN) === direction &&
              (bmAttributes & TYPE_MASK) === TYPE_BULK,
          )?.bEndpointAddress;
        const readEndpoint = bulk(DIRECTION_IN);
        const writeEndpoint = bulk(0);
        if (readEndpoint === undefined || writeEndpoint === undefined) continue;
        return {
          product,
          configuration: bConfigurationValue,
          interfaceNumber: one.bInterfaceNumber,
          readEndpoint,
          writeEndpoint,
        };
      }
    }
    return undefined;
  } finally {
    device.close();
  }
}

/** The two bulk endpoints of a developer bridge as a stream of bytes. */
export class UsbStream extends Duplex {
  private readonly transfers = new Set<{ cancel(): boolean }>();
  private readonly detached = (device: Device) => {
    if (device === this.device) this.destroy();
  };

  private constructor(
    private readonly usb: typeof Usb,
    private readonly device: Device,
    private readonly part: Interface,
    private readonly input: InEndpoint,
    private readonly output: OutEndpoint,
  ) {
    super();
    usb.on("detach", this.detached);
  }

  /** @throws LibUSBException when somebody else uses it, or the system does not allow it */
  static async open(
    usb: typeof Usb,
    device: Device,
    place: BridgePlace,
  ): Promise<UsbStream> {
    const active = device.configDescriptor?.bConfigurationValue;
    const chosen = active === place.configuration;
    device.open(chosen);
    try {
      if (!chosen) {
        await new Promise<void>((resolve, reject) => {
          device.setConfiguration(place.configuration, (error) => {
            if (error) reject(error);
            else resolve();
          });
        });
      }
      const part = device.interface(place.interfaceNumber);
      // Linux takes it for a modem.
      if (process.platform === "linux" && part.isKernelDriverActive()) {
        part.detachKernelDriver();
      }
      part.claim();
      return new UsbStream(
        usb,
        device,
        part,
        part.endpoint(place.readEndpoint) as InEndpoint,
        part.endpoint(place.writeEndpoint) as OutEndpoint,
      );
    } catch (error) {
      device.close();
      throw error;
    }
  }

  override _read(size: number): void {
    const room = Math.min(size, this.input.descriptor.wMaxPacketSize);
    const transfer = this.input.makeTransfer(0, (error, bytes, count) => {
      this.transfers.delete(transfer);
      if (this.destroyed) return;
      if (error) this.destroy();
      // An empty packet is no end: it asks to read on.
      else if (count === 0) this._read(size);
      else this.push(bytes.subarray(0, count));
    });
    this.transfers.add(transfer);
    transfer.submit(Buffer.alloc(room));
  }

  override _write(
    chunk: Buffer,
    _: BufferEncoding,
    done: (error?: Error | null) => void,
  ): void {
    const transfer = this.output.makeTransfer(0, (error, __, count) => {
      this.transfers.delete(transfer);
      if (error) done(error);
      else if (count === chunk.length) done();
      else done(new Error(`USB took ${count} of ${chunk.length} bytes`));
    });
    this.transfers.add(transfer);
    transfer.submit(chunk);
  }

  override _destroy(
    error: Error | null,
    done: (error: Error | null) => void,
  ): void {
    this.usb.off("detach", this.detached);
    for (const transfer of this.transfers) transfer.cancel();
    this.transfers.clear();
    this.part.release(true, () => {
      try {
        this.device.close();
      } catch {
        // It was unplugged.
      }
      done(error);
    });
  }
}
