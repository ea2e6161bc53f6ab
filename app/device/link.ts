import { inbox, outbox } from "file-transfer";
import { peerSocket } from "messaging";
import {
  ACK_FILE,
  ROUTINE_FILE,
  WATCH_FILE,
  WatchState,
  packWatch,
  unpackAck,
  unpackMessage,
} from "../../common/wire-link";
import { pathOf, read, remove, setAside, write } from "./files";

/** Nothing that the phone sends is longer. */
const LIMIT = 4096;

/** What the app does with what comes from the phone. */
export interface Received {
  /** A packed routine. */
  routine(packed: unknown): void;
  /** The phone has stored the session of this id. */
  acknowledged(id: string): void;
  /** Play the cues with their meaning. */
  feel(): void;
  /** The phone is near again, or a batch of files has been read. */
  connected(): void;
  settled(): void;
  /** A file that nothing here can read was set aside. */
  damaged(): void;
}

/** Hands a file to the system, which keeps it until the phone is there. */
export function send(name: string): void {
  // A refusal needs no answer: everything is sent again until acknowledged.
  outbox.enqueueFile(pathOf(name), name).catch(() => undefined);
}

/** Tells the phone how the watch is doing. */
export function report(state: WatchState): void {
  if (write(WATCH_FILE, packWatch(state))) send(WATCH_FILE);
}

function take(name: string, received: Received): void {
  const body = read(name, LIMIT);
  if (name === ROUTINE_FILE) received.routine(body);
  else {
    const ack = unpackAck(body);
    if (name.slice(0, 2) !== ACK_FILE || !ack.ok) {
      setAside(name);
      received.damaged();
      return;
    }
    received.acknowledged(ack.value);
  }
  remove(name);
}

/** Reads all that has come and listens for more. */
export function listen(received: Received): void {
  const drain = (): void => {
    let any = false;
    for (let name = inbox.nextFile(); name; name = inbox.nextFile()) {
      any = true;
      take(name, received);
    }
    if (any) received.settled();
  };
  inbox.addEventListener("newfile", drain);
  drain();
  peerSocket.addEventListener("open", () => received.connected());
  peerSocket.addEventListener("message", (event) => {
    if (unpackMessage(event.data).ok) received.feel();
  });
}
