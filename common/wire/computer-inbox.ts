/** Files of a computer that stands in for the phone. */
export const enum ComputerFile {
  /** In the app's resources: what it gives. */
  Inbox = "inbox",
  /** On the watch, before an inbox's id: that inbox was taken. Each is taken once. */
  Taken = "taken-",
}

/** An inbox: its id, and files with their bodies as the phone would send them. */
export type ComputerInbox = [
  id: string,
  files: Array<[name: string, body: unknown]>,
];
