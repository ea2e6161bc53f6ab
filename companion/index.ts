import { decode, encode } from "cbor";
import { me } from "companion";
import { inbox, outbox } from "file-transfer";
import { localStorage } from "local-storage";
import { peerSocket } from "messaging";
import { settingsStorage } from "settings";
import { CompanionApp } from "./companion-app";
import { inboxReader } from "./inbox-reader";

let timer: number | undefined;

const app = new CompanionApp({
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
  sendMessage: (body) => {
    if (peerSocket.readyState !== peerSocket.OPEN) return false;
    try {
      peerSocket.send(body);
      return true;
    } catch {
      return false;
    }
  },
  decode: (bytes) => decode(bytes) as unknown,
  debounce: (ms, action) => {
    if (timer !== undefined) clearTimeout(timer);
    timer = setTimeout(action, ms);
  },
  now: () => Date.now(),
  offset: () => -new Date().getTimezoneOffset(),
});

const readInbox = inboxReader(() => inbox.pop(), app);
settingsStorage.addEventListener("change", (event) => app.changed(event.key));
inbox.addEventListener("newfile", readInbox);
peerSocket.addEventListener("open", () => app.opened());
app.start(me.launchReasons.settingsChanged === true);
readInbox();
