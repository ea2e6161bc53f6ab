import { inbox } from "file-transfer";
import { peerSocket } from "messaging";
import {
  ACK_FILE,
  LINK_VERSION,
  ROUTINE_FILE,
} from "../../common/wire/link-files";
import { isSessionId } from "../../common/record";
import { list, read, remove, setAside } from "../storage/files";
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

let told: Listener;

function receive(name: string): void {
  const id = name.slice(ACK_FILE.length);
  // The routine stays until it is stored in its own place.
  if (name === ROUTINE_FILE) return told.routine(read(name));
  if (name === ACK_FILE + id && isSessionId(id)) told.acknowledged(id);
  else {
    setAside(name);
    told.damaged();
  }
  remove(name);
}

function drain(): void {
  let name = inbox.nextFile();
  if (!name) return;
  for (; name; name = inbox.nextFile()) receive(name);
  told.drained();
}

function tryToDrain(): void {
  // A full watch has no room even to take a file.
  attempt(null, drain, undefined);
}

/** Reads all that has come and listens for more. */
export function listen(listener: Listener): void {
  told = listener;
  inbox.addEventListener("newfile", tryToDrain);
  const names = list();
  for (let i = 0; i < names.length; i++) {
    const name = names[i]!;
    // An earlier launch took it from the inbox and died before it was read.
    if (name === ROUTINE_FILE || name.slice(0, ACK_FILE.length) === ACK_FILE) {
      receive(name);
    }
  }
  tryToDrain();
  peerSocket.addEventListener("open", () => told.connected());
  peerSocket.addEventListener("message", (event) => {
    const message = event.data as unknown[];
    if (message && message[0] === LINK_VERSION && message[1] === "feel") {
      told.demo();
    }
  });
}
