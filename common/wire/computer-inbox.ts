/** What a computer that stands in for the phone puts into the app's resources. */
export const enum ComputerFile {
  /** Its name among the resources. */
  Inbox = "inbox",
  /** On the watch: the id of the inbox that was taken last. */
  Taken = "computer",
}

/**
 * An inbox: its id, the files with their bodies, and the ids of what the computer has
 * stored. A watch takes each id once.
 */
export type ComputerInbox = [
  id: string,
  files: Array<[name: string, body: unknown]>,
  stored: string[],
];
