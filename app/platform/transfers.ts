import { outbox } from "file-transfer";
import { pathOf } from "../storage/files";

/** Hands a file to the system, which keeps it until the phone can be reached. */
export function send(name: string): void {
  // A refusal needs no answer: everything is sent again until acknowledged.
  outbox.enqueueFile(pathOf(name), name).catch(String);
}
