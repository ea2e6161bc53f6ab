import { decode, encode } from "cbor";
import { me } from "companion";
import { inbox, outbox } from "file-transfer";
import { localStorage } from "local-storage";
import { peerSocket } from "messaging";
import { settingsStorage } from "settings";
import { drainer } from "./inbox-drain";
import { Phone } from "./phone";

let timer: number | undefined;

const phone = new Phone({
  local: localStorage,
  settings: settingsStorage,
  send: (name, body) => outbox.enqueue(name, encode(body)),
  pending: async (name) => {
    const transfers = await outbox.enumerate();
    return transfers.some(
      (transfer) =>
        transfer.name === name &&
        (transfer.readyState === "pending" ||
          transfer.readyState === "transferring"),
    );
  },
  say: (body) => {
    if (peerSocket.readyState !== peerSocket.OPEN) return false;
    try {
      peerSocket.send(body);
      return true;
    } catch {
      return false;
    }
  },
  decode: (bytes) => decode(bytes) as unknown,
  settleAfter: (ms, action) => {
    if (timer !== undefined) clearTimeout(timer);
    timer = setTimeout(action, ms);
  },
  now: () => Date.now(),
  offset: () => -new Date().getTimezoneOffset(),
});

const drain = drainer(() => inbox.pop(), phone);
settingsStorage.addEventListener("change", (event) => phone.changed(event.key));
inbox.addEventListener("newfile", drain);
peerSocket.addEventListener("open", () => phone.opened());
phone.start(me.launchReasons.settingsChanged === true);
drain();
