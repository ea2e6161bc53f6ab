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
import { attempt } from "./failures";

/** What the link tells the app. */
export interface Listener {
  /** A packed routine has come; it has not been checked. */
  routine(packed: unknown): void;
  /** The phone has stored the session, or the merged sessions, of this id. */
  acknowledged(id: string): void;
  /** The phone asks for the cue demo. */
  demo(): void;
  /** The phone can be reached again. */
  connected(): void;
  /** All files that had come have been read; there was at least one. */
  drained(): void;
  /** A file that nothing here can read was set aside. */
  damaged(): void;
}

/** Hands a file to the system, which keeps it until the phone can be reached. */
export function send(name: string): void {
  // A refusal needs no answer: everything is sent again until acknowledged.
  outbox.enqueueFile(pathOf(name), name).catch(() => undefined);
}

/** Tells the phone which routine the watch has and how many sessions wait. */
export function report(state: WatchState): void {
  if (write(WATCH_FILE, packWatch(state))) send(WATCH_FILE);
}

function receive(name: string, listener: Listener): void {
  const id = name.slice(ACK_FILE.length);
  // The routine stays until it is stored in its own place.
  if (name === ROUTINE_FILE) return listener.routine(read(name));
  if (name === ACK_FILE + id && isSessionId(id)) listener.acknowledged(id);
  else {
    setAside(name);
    listener.damaged();
  }
  remove(name);
}

/** Reads all that has come and listens for more. */
export function listen(listener: Listener): void {
  const drain = (): void => {
    let any = false;
    for (let name = inbox.nextFile(); name; name = inbox.nextFile()) {
      any = true;
      receive(name, listener);
    }
    if (any) listener.drained();
  };
  // A full watch has no room even to take a file.
  const tryTo = (): void => attempt(listener, drain, 0);
  inbox.addEventListener("newfile", tryTo);
  list().forEach((name) => {
    const kind = name.slice(0, ACK_FILE.length);
    // An earlier launch took it from the inbox and died before it was read.
    if (name === ROUTINE_FILE || kind === ACK_FILE) receive(name, listener);
  });
  tryTo();
  peerSocket.addEventListener("open", () => listener.connected());
  peerSocket.addEventListener("message", (event) => {
    const message = event.data as unknown[];
    if (message && message[0] === LINK_VERSION && message[1] === "feel") {
      listener.demo();
    }
  });
}
