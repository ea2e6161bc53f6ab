import { outbox } from "file-transfer";

/**
 * Cancels what was handed to the system under these names and has not reached
 * the phone.
 */
export function cancelTransfers(names: string[]): Promise<void> {
  return outbox.enumerate().then((transfers) => {
    for (let i = 0; i < transfers.length; i++) {
      if (names.indexOf(transfers[i]!.name) >= 0) transfers[i]!.cancel();
    }
  });
}
