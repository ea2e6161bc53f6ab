import * as fs from "fs";
import { isSessionId } from "../../common/record";
import {
  checkOf,
  Console,
  hexOf,
  lineOf,
} from "../../common/wire/console-lines";
import { ComputerFile, ComputerInbox } from "../../common/wire/computer-inbox";
import { LinkFile } from "../../common/wire/link-files";
import { SessionFile } from "./journal-file";

// What a computer that stands in for the phone gives, and what it is told. Nothing of
// the app but numbers and names is used: this runs before it.

const FOLDER = "/private/data/";
const INBOX = "/mnt/assets/resources/" + ComputerFile.Inbox;

/** Names of all files. */
function list(): string[] {
  const names: string[] = [];
  const files = fs.listDirSync(FOLDER);
  for (let file = files.next(); !file.done; file = files.next()) {
    if (file.value) names.push(file.value);
  }
  return names;
}

/**
 * Stores what is in the package's inbox as if it had come from the phone, and then
 * that it was taken.
 * @returns its id
 */
export function takeInbox(): string {
  const inbox = fs.readFileSync(INBOX, "cbor") as ComputerInbox;
  const files = inbox[1];
  for (let i = 0; i < files.length; i++) {
    fs.writeFileSync(FOLDER + files[i]![0], files[i]![1], "cbor");
  }
  fs.writeFileSync(FOLDER + ComputerFile.Taken + inbox[0], 1, "cbor");
  return inbox[0];
}

/** Removes the marks of the inboxes before this one. */
export function forgetEarlier(id: string): void {
  const names = list();
  for (let i = 0; i < names.length; i++) {
    const name = names[i]!;
    if (
      name.slice(0, ComputerFile.Taken.length) === ComputerFile.Taken &&
      name !== ComputerFile.Taken + id
    ) {
      fs.unlinkSync(FOLDER + name);
    }
  }
}

/** True while a session is under way, or its journal is still on file. */
export function isSessionOn(): boolean {
  return fs.existsSync(FOLDER + SessionFile.Plan);
}

/** Names of the files that a phone would be sent, the watch's report last. */
export function namesToSay(): string[] {
  const names: string[] = [];
  const all = list();
  for (let i = 0; i < all.length; i++) {
    const name = all[i]!;
    if (name.charAt(1) === "-" && isSessionId(name.slice(2))) names.push(name);
  }
  names.push(LinkFile.Watch);
  return names;
}

/** Says a file on the console, in lines of its parts. */
export function sayFile(name: string): void {
  const hex = hexOf(new Uint8Array(fs.readFileSync(FOLDER + name)));
  const seal = checkOf(hex);
  for (let at = 0; 2 * at < hex.length; at += Console.PartBytes) {
    console.log(lineOf(name, hex, seal, at));
  }
}
