import { asText, lasting, type Operations } from "../../context";
import { peerOperations } from "../../link/peer-operations";
import type { Process } from "../process";
import { fileName } from "./fs";

/** The operations of `file-transfer` and `messaging` on the watch. */
export function transferOperations(process: Process): Operations {
  const { watch, outbox } = process;
  return {
    ...outbox.operations(),
    ...peerOperations(watch.link.peer, "watch"),
    "outbox.enqueueFile": lasting((path, name) => {
      const file = fileName(asText(path));
      const short = file.slice(file.lastIndexOf("/") + 1);
      return outbox.enqueue(
        name === undefined ? short : asText(name),
        watch.disk.read(file),
      );
    }),
    "inbox.next": lasting((name) => {
      const at = watch.inbox.findIndex(
        (file) => name === undefined || file.name === name,
      );
      const file = watch.inbox[at];
      if (file === undefined) return undefined;
      watch.disk.write(fileName(file.name), file.data);
      watch.inbox.splice(at, 1);
      return file.name;
    }),
  };
}
