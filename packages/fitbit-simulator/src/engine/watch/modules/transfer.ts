import { asText, type Ops } from "../../context";
import { peerOps } from "../../link/peer-ops";
import type { Process } from "../process";
import { fileName } from "./fs";

/** The calls of `file-transfer` and `messaging` on the watch. */
export function transferOps(process: Process): Ops {
  const { watch, outbox } = process;
  return {
    ...outbox.ops(),
    ...peerOps(watch.link.peer, "watch"),
    "outbox.enqueueFile": (path, name) => {
      const file = fileName(asText(path));
      const short = file.slice(file.lastIndexOf("/") + 1);
      return outbox.enqueue(
        name === undefined ? short : asText(name),
        watch.disk.read(file),
      );
    },
    "inbox.next": (name) => {
      const at = watch.inbox.findIndex(
        (file) => name === undefined || file.name === name,
      );
      const file = watch.inbox[at];
      if (file === undefined) return undefined;
      watch.disk.write(fileName(file.name), file.data);
      watch.inbox.splice(at, 1);
      return file.name;
    },
  };
}
