import { asBytes, asNumber, asText, type Ops } from "../../context";
import type { Transfer } from "../../link/transfers";
import { GuestError } from "../../vm/sandbox";
import { encodeCbor, unpackValue } from "../../vm/packed";
import type { Process } from "../process";
import { fileName } from "./fs";

/** The calls of `file-transfer` and `messaging` on the watch. */
export function transferOps(process: Process): Ops {
  const { watch } = process;
  const { transfers, peer } = watch.link;
  const entry = (transfer: Transfer): string =>
    `${transfer.number}:${transfer.name}`;
  const enqueue = (name: string, data: Uint8Array): string => {
    const transfer = transfers.enqueue({ to: "phone", name, data });
    process.transfers.set(transfer.number, transfer);
    return entry(transfer);
  };
  return {
    "outbox.enqueue": (data, name) => enqueue(asText(name), asBytes(data)),
    "outbox.enqueueFile": (path, name) => {
      const file = fileName(asText(path));
      const data = watch.disk.read(file);
      const short = file.slice(file.lastIndexOf("/") + 1);
      return enqueue(name === undefined ? short : asText(name), data);
    },
    "outbox.list": () => {
      const queue = transfers.queue("phone");
      for (const one of queue) process.transfers.set(one.number, one);
      return JSON.stringify(queue.map(entry));
    },
    "outbox.state": (number) =>
      process.transfers.get(asNumber(number))?.state ?? "error",
    "outbox.cancel": (number) => transfers.cancel(asNumber(number)),
    "inbox.next": (name) => {
      const at = watch.inbox.findIndex(
        (file) => name === undefined || file.name === name,
      );
      const [file] = at < 0 ? [] : watch.inbox.splice(at, 1);
      if (file === undefined) return undefined;
      watch.disk.write(fileName(file.name), file.data);
      return file.name;
    },
    "peer.get": (name) =>
      name === "readyState" ? (peer.open ? 0 : 1) : peer.buffered("watch"),
    "peer.send": (packed) => {
      if (!peer.open) {
        throw new GuestError("the peer socket is closed: cannot send");
      }
      peer.send("watch", encodeCbor(unpackValue(asText(packed))));
    },
  };
}
