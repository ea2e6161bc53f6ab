import type { Duplex } from "node:stream";
import type { usb as Usb } from "usb";
import { visibleLine } from "../visible";
import { WatchFailure } from "./failure";
import { accessText, missingUsbText, noWatchText } from "./usb-advice";
import { bridgeOn, UsbStream } from "./usb-stream";

/** Whose devices are looked at. */
const FITBIT = 0x2687;

/** A watch that is plugged in. */
export interface FoundWatch {
  /** As the product calls itself. */
  readonly name: string;
  /**
   * Opens its developer bridge.
   * @throws WatchFailure
   */
  open(): Promise<Duplex>;
}

/** The package that reaches USB, which is there only where somebody wants it. */
async function loadUsb(): Promise<typeof Usb> {
  try {
    const loaded = (await import("usb")) as typeof import("usb") & {
      default?: typeof import("usb");
    };
    return (loaded.default ?? loaded).usb;
  } catch (error) {
    throw new WatchFailure("no-usb", missingUsbText(String(error)));
  }
}

/** What libusb's error is in our words. */
function usbFailure(error: unknown): WatchFailure {
  const text = visibleLine(
    error instanceof Error ? error.message : String(error),
  );
  return new WatchFailure("no-permission", accessText(text, process.platform));
}

/**
 * The watches that are plugged in and have their developer bridge switched on.
 * @param load gives the package `usb`
 * @throws WatchFailure when there are none, and says why
 */
export async function findWatches(
  load: () => Promise<unknown> = loadUsb,
): Promise<FoundWatch[]> {
  const usb = (await load()) as typeof Usb;
  const found: FoundWatch[] = [];
  let devices = 0;
  let refused: WatchFailure | undefined;
  for (const device of usb.getDeviceList()) {
    if (device.deviceDescriptor.idVendor !== FITBIT) continue;
    devices += 1;
    try {
      const place = await bridgeOn(device);
      if (!place) continue;
      found.push({
        name: visibleLine(place.product),
        open: () =>
          UsbStream.open(usb, device, place).catch((error: unknown) => {
            throw usbFailure(error);
          }),
      });
    } catch (error) {
      refused = usbFailure(error);
    }
  }
  if (found.length) return found;
  throw (
    refused ??
    new WatchFailure("no-watch", noWatchText(devices, process.platform))
  );
}
