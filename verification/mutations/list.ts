/** A way to break the code, which the faults have to find. */
export interface Mutation {
  /** What the broken code does. */
  name: string;
  file: string;
  /** Stands exactly once in the file. */
  search: string;
  replace: string;
}

/** The texts to replace are short, so that a change near them does not concern them. */
export const MUTATIONS: readonly Mutation[] = [
  {
    name: "the phone acknowledges before it stores",
    file: "companion/session-receiver.ts",
    search: "const added = this.history.add(entry);",
    replace: `this.ports
      .send(ACK_FILE + entryId(entry), packAck(entryId(entry)))
      .catch(() => undefined);
    const added = this.history.add(entry);`,
  },
  {
    name: "the watch deletes when it has sent, not when acknowledged",
    file: "app/storage/outbox.ts",
    search: "sent[name] = true;",
    replace: `sent[name] = true;
  setTimeout(() => removeWaiting(name.slice(2)), 0);`,
  },
  {
    name: "the journal is written a second after the cue",
    file: "app/session/session.ts",
    search: "if (!session.append(bytes, written * ENTRY_BYTES)) {",
    replace: `const late = bytes.slice(0);
    setTimeout(() => session.append(late, written * ENTRY_BYTES), 1000);
    if (!late) {`,
  },
  {
    name: "the last good routine and the phone's file go before the new one is stored",
    file: "app/storage/routines.ts",
    search: "const file = 1 - current;",
    replace: `const file = 1 - current;
  setAside(FILES[current]!);
  setAside("routine");`,
  },
  {
    name: "a session that is known is stored again",
    file: "phone/history/history.ts",
    search: `if (holds(this.store.getItem(monthKey(id)) || "", id)) return "known";`,
    replace: "",
  },
  {
    name: "a set that starts over counts twice",
    file: "app/session/advance.ts",
    search: "player.reps[index] = player.holdMs[index] = 0;",
    replace: "",
  },
  {
    name: "a session that a death cut off is not offered",
    file: "app/storage/recovery.ts",
    search: `if (begun && status !== "finished")`,
    replace: `if (!begun && status !== "finished")`,
  },
  {
    name: "a discarded session is discarded in memory only",
    file: "app/session-end.ts",
    search: `id === "discard-session") outbox.dropSession()`,
    replace: `id === "discard-session") outbox.releaseJournal()`,
  },
  {
    name: "a pause leaves the cues to come",
    file: "app/session-runner.ts",
    search: `"paused") {
      haptics.stop();`,
    replace: `"paused") {`,
  },
  {
    name: "what waits is handed to the system only once",
    file: "app/storage/outbox.ts",
    search: "  sent = {};",
    replace: "",
  },
  {
    name: "a finished session's record is not made again",
    file: "app/storage/recovery.ts",
    search: "return { finished: recordOf(session, {}, false), damaged };",
    replace: "return { damaged };",
  },
];
