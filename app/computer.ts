import { endLine } from "../common/wire/console-lines";
import {
  forgetEarlier,
  isSessionOn,
  namesToSay,
  sayFile,
  takeInbox,
} from "./storage/computer-files";

// A computer stands in for the phone. It puts this program into the package, before
// the app itself, and an inbox beside it: no other package has either of them. What the
// inbox holds lies where files of the phone lie when the app looks for them.

/** Ms until the app has stored what came, and between two files: the console is slow. */
const enum Wait {
  First = 3000,
  Next = 100,
}

const id = takeInbox();
/** One that was cut off before, and is offered. */
const offered = isSessionOn();
let names: string[];

/** Says what waits and how the watch is, a file at a time, and then that this was all. */
function say(at: number): void {
  if (!at) names = namesToSay();
  // A session needs the memory.
  if (!offered && isSessionOn()) return;
  if (at === names.length) {
    console.log(endLine(id, at));
    forgetEarlier(id);
  } else {
    sayFile(names[at]!);
    setTimeout(() => say(at + 1), Wait.Next);
  }
}

setTimeout(() => say(0), Wait.First);
