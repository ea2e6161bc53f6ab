import { asText, lasting, type Operations } from "../../context";
import type { ArrivedFile } from "../../link/inbox";
import type { Outbox } from "../../link/outbox";
import type { Peer } from "../../link/peer";
import { peerOperations } from "../../link/peer-operations";
import type { Disk } from "../disk";
import { fileName } from "./fs";

/** What `file-transfer` and `messaging` need of the watch and its link. */
export interface TransferContext {
  readonly disk: Disk;
  readonly outbox: Outbox;
  /** Files that have arrived and that the app has not taken yet. */
  readonly inbox: ArrivedFile[];
  readonly peer: Peer;
}

/** The operations of `file-transfer` and `messaging` on the watch. */
export function transferOperations(context: TransferContext): Operations {
  const { disk, outbox, inbox, peer } = context;
  return {
    ...outbox.operations(),
    ...peerOperations(peer, "watch"),
    "outbox.enqueueFile": lasting((path, name) => {
      const file = fileName(asText(path));
      const short = file.slice(file.lastIndexOf("/") + 1);
      return outbox.enqueue(
        name === undefined ? short : asText(name),
        disk.read(file),
      );
    }),
    "inbox.next": lasting((name) => {
      const at = inbox.findIndex(
        (file) => name === undefined || file.name === name,
      );
      const file = inbox[at];
      if (file === undefined) return undefined;
      disk.write(fileName(file.name), file.data);
      inbox.splice(at, 1);
      return file.name;
    }),
  };
}
