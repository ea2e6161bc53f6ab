import { inbox, outbox } from "file-transfer";
import { peerSocket } from "messaging";
import {
  ACK_FILE,
  LINK_VERSION,
  ROUTINE_FILE,
  WATCH_FILE,
  WatchState,
  packWatch,
} from "../../common/wire/link-files";
import { isSessionId } from "../../common/record";
import { list, pathOf, read, remove, setAside, write } from "../storage/files";
import { safely } from "./failures";

/** What the app does with what comes from the phone. */
export interface Received {
  /** A packed routine, unchecked. */
  routine(packed: unknown): void;
  /** The phone has stored the session of this id. */
  acknowledged(id: string): void;
  /** Play the cues with their meaning. */
  feel(): void;
  /** The phone is near again. */
  connected(): void;
  /** A batch of files has been read. */
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
  const id = name.slice(ACK_FILE.length);
  // The routine stays until it is stored in its own place.
  if (name === ROUTINE_FILE) return received.routine(read(name));
  if (name === ACK_FILE + id && isSessionId(id)) received.acknowledged(id);
  else {
    setAside(name);
    received.damaged();
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
  // A full watch has no room even to take a file.
  const tryTo = (): void => safely(received, drain, 0);
  inbox.addEventListener("newfile", tryTo);
  list().forEach((name) => {
    const kind = name.slice(0, ACK_FILE.length);
    // Taken from the inbox by an app that died over it.
    if (name === ROUTINE_FILE || kind === ACK_FILE) take(name, received);
  });
  tryTo();
  peerSocket.addEventListener("open", () => received.connected());
  peerSocket.addEventListener("message", (event) => {
    const message = event.data as unknown[];
    if (message && message[0] === LINK_VERSION && message[1] === "feel") {
      received.feel();
    }
  });
}
