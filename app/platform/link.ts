import { inbox } from "file-transfer";
import { peerSocket } from "messaging";
import { CoachFile } from "../../common/wire/coach-files";
import { Link, LinkFile } from "../../common/wire/link-files";
import { isSessionId } from "../../common/record";
import { list, remove, setAside } from "../storage/files";
import { attempt } from "./failures";

/** What the link tells the app. */
export const enum News {
  /** A routine or the coach's file, not checked yet, lies under the name it came by. */
  Routine,
  /** The phone has stored the session, or the merged sessions, of an id. */
  Acknowledged,
  /** The phone asks for the cue demo. */
  Demo,
  /** The phone can be reached again. */
  Connected,
  /** All files that had come have been read; there was at least one. */
  Drained,
  /** A file that nothing here can read was set aside. */
  Damaged,
}

let told: (news: News, id: string) => void;

function receive(name: string): void {
  const id = name.slice(LinkFile.Acknowledged.length);
  // What is to be checked stays until it is stored in its own place.
  if (name === LinkFile.Routine || name === CoachFile.Coach)
    return told(News.Routine, "");
  // It has taken the place of the watch's own.
  if (name === LinkFile.Last) return;
  if (name === LinkFile.Acknowledged + id && isSessionId(id))
    told(News.Acknowledged, id);
  else {
    setAside(name);
    told(News.Damaged, "");
  }
  remove(name);
}

function drain(): void {
  let name = inbox.nextFile();
  if (!name) return;
  for (; name; name = inbox.nextFile()) receive(name);
  told(News.Drained, "");
}

function tryToDrain(): void {
  // A full watch has no room even to take a file.
  attempt(null, drain, undefined);
}

/**
 * Reads all that has come and listens for more; `tell` hears of it, with the id where there is one.
 * @once
 */
export function listen(tell: typeof told): void {
  told = tell;
  inbox.addEventListener("newfile", tryToDrain);
  const names = list();
  for (let i = 0; i < names.length; i++) {
    const name = names[i]!;
    // An earlier launch took it from the inbox and died before it was read.
    if (
      name === LinkFile.Routine ||
      name === CoachFile.Coach ||
      name.slice(0, LinkFile.Acknowledged.length) === LinkFile.Acknowledged
    ) {
      receive(name);
    }
  }
  tryToDrain();
  peerSocket.addEventListener("open", () => told(News.Connected, ""));
  peerSocket.addEventListener("message", (event) => {
    const message = event.data as unknown[];
    if (message && message[0] === Link.Version && message[1] === "feel") {
      told(News.Demo, "");
    }
  });
}
