import { outbox } from "file-transfer";

/**
 * Cancels what was handed to the system under these names and has not reached
 * the phone.
 */
export function cancelTransfers(names: string[]): Promise<void> {
  return outbox.enumerate().then((transfers) =>
    transfers.forEach((transfer) => {
      if (names.indexOf(transfer.name) >= 0) transfer.cancel();
    }),
  );
}
