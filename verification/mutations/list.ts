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
  setTimeout(() => acknowledged(name.slice(2)), 0);`,
  },
  {
    name: "the journal is written a second after the cue",
    file: "app/session/journal.ts",
    search: "if (!append(entry.buffer, written * Entry.Bytes)) return false;",
    replace: `const late = entry.buffer.slice(0);
  setTimeout(() => append(late, written * Entry.Bytes), 1000);`,
  },
  {
    name: "the last good routine and the phone's file go before the new one is stored",
    file: "app/storage/routines.ts",
    search: "if (!writeSealed(fileOf(1 - current)",
    replace: `setAside(fileOf(current));
  setAside("routine");
  if (!writeSealed(fileOf(1 - current)`,
  },
  {
    name: "a session that is known is stored again",
    file: "phone/history/history.ts",
    search: `if (there !== undefined) return isDeletedLine(there) ? "deleted" : "known";`,
    replace: `if (there !== undefined && isDeletedLine(there)) return "deleted";`,
  },
  {
    name: "a set that starts over counts twice",
    file: "app/session/advance.ts",
    search: "session[S.Held][place] = 0;",
    replace: "",
  },
  {
    name: "a session that a death cut off is not offered",
    file: "app/storage/recovery.ts",
    search: "(session[S.Status] !== Status.Finished ||",
    replace: "(session[S.Status] === Status.Finished &&",
  },
  {
    name: "a discarded session is discarded in memory only",
    file: "app/session-runner.ts",
    search: `dropSession();
    refresh();`,
    replace: "refresh();",
  },
  {
    name: "a pause is told again each second",
    file: "app/session-runner.ts",
    search: "const REMINDED_EVERY = 60000;",
    replace: "const REMINDED_EVERY = 2000;",
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
    search: "!readWaiting(LinkFile.Session",
    replace: "readWaiting(LinkFile.Session",
  },
  {
    name: "all work counts for the first set",
    file: "app/session/cursor.ts",
    search: "session[S.Place]++;",
    replace: "",
  },
  {
    name: "of cues that fall together only the last is felt",
    file: "app/session/advance.ts",
    search: "session[S.Cues] * 16 + cue;",
    replace: "cue;",
  },
  {
    name: "of cues that fall together the last is felt first",
    file: "app/platform/pulses.ts",
    search: "const cue: Cue = (cues >> place) & 15;",
    replace: `const cue: Cue = cues & 15;
    cues >>= 4;`,
  },
  {
    name: "a cue that falls on a second of the display is taken for that second",
    file: "app/session/run.ts",
    search: " || now >= session[S.Next]) return false;",
    replace: ") return false;",
  },
  {
    name: "in the dark nobody is woken for a rep's way down",
    file: "app/session/advance.ts",
    search: "if (!lit && hold < ENDING_FROM) after += hold;",
    replace: `if (!lit) {
      after += hold + session[S.Routine][session[S.Row] + I.Lower]! * 500;
    }`,
  },
  {
    name: "cues from before a death are felt after it",
    file: "app/session/replay.ts",
    search: "session[S.Cues] = 0;",
    replace: "",
  },
  {
    name: "a routine from the phone has goal and preferences mixed up",
    file: "common/wire/stored-routine.ts",
    search: "flat.splice(R.Goal, 0, goal);",
    replace: "flat.splice(R.Flags, 0, goal);",
  },
  {
    name: "a session that waits whole is set aside at launch",
    file: "app/storage/outbox.ts",
    search: "if (readWaiting(names[i]!)) continue;",
    replace: "if (!readWaiting(names[i]!)) continue;",
  },
  {
    name: "a phone replaces a routine on the watch that it does not know",
    file: "companion/routine-sender.ts",
    search: "if (made && !isKnown(state, content))",
    replace: "if (made && !content)",
  },
  {
    name: "a deleted session is stored again when a watch sends it again",
    file: "phone/history/history.ts",
    search: `if (there !== undefined) return isDeletedLine(there) ? "deleted" : "known";`,
    replace: `if (there !== undefined && !isDeletedLine(there)) return "known";`,
  },
  {
    name: "a session that was cut in two keeps what was measured of a part",
    file: "app/session-runner.ts",
    search: "const measured = measure(session[S.Cut]);",
    replace: "const measured = measure(0);",
  },
  {
    name: "what the watch shuts by itself is not stored",
    file: "app/storage/shut.ts",
    search: "writeSealed(CoachFile.Gates, gates);",
    replace: "",
  },
  {
    name: "a session after which the back hurts more earns a raise",
    file: "phone/coach/session.ts",
    search: "return riseOf(known(before), known(after));",
    replace: "return 0;",
  },
  {
    name: "an easy session earns a raise",
    file: "phone/coach/session.ts",
    search: `return !!check && check.mode === "planned";`,
    replace: "return !!check;",
  },
  {
    name: "an answer after a session is only in memory",
    file: "app/check-out.ts",
    search: `record[P.BackAfter] = back;
  write(file, record);`,
    replace: "record[P.BackAfter] = back;",
  },
];
