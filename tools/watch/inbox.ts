import {
  ComputerFile,
  type ComputerInbox,
} from "../../common/wire/computer-inbox";
import { ACK_FILE } from "../../common/wire/link";
import { decodeCbor, encodeCbor } from "fitbit-simulator";

/** Where the inbox lies in the bundle of a watch. */
export const INBOX_PATH = "resources/" + ComputerFile.Inbox;

/** A file that the companion has handed over. */
export interface HandedOver {
  readonly name: string;
  readonly data: Uint8Array;
}

/** What the watch reads of the files that wait for it, under an id of their own. */
export function packInbox(
  id: string,
  waiting: readonly HandedOver[],
): Uint8Array {
  const inbox: ComputerInbox = [id, [], []];
  for (const { name, data } of waiting) {
    if (name.startsWith(ACK_FILE)) inbox[2].push(name.slice(ACK_FILE.length));
    else inbox[1].push([name, decodeCbor(data)]);
  }
  return encodeCbor(inbox);
}
