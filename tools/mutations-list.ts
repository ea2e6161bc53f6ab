/** A way to break the code, which the faults have to find. */
export interface Mutation {
  /** What the broken code does. */
  name: string;
  file: string;
  /** Stands exactly once in the file. */
  search: string;
  replace: string;
}

/** Anchored on short lines, so that they outlive what changes around them. */
export const MUTATIONS: readonly Mutation[] = [
  {
    name: "the phone acknowledges before it stores",
    file: "companion/session-in.ts",
    search: "const kept = this.history.add(entry);",
    replace: `this.ports
      .send(ACK_FILE + idOf(entry), packAck(idOf(entry)))
      .catch(() => undefined);
    const kept = this.history.add(entry);`,
  },
  {
    name: "the watch deletes when it has sent, not when acknowledged",
    file: "app/keeper.ts",
    search: "this.sent[name] = true;",
    replace: `this.sent[name] = true;
    setTimeout(() => acknowledge(name.slice(2)), 0);`,
  },
  {
    name: "the journal is written a second after the cue",
    file: "app/session/session.ts",
    search: "this.ports.append(this.journal.next(kind, at), place);",
    replace: `const bytes = this.journal.next(kind, at).slice(0);
    setTimeout(() => this.ports.append(bytes, place), 1000);`,
  },
  {
    name: "the last good routine goes before the new one is stored",
    file: "app/device/routines.ts",
    search: "const slot = 1 - this.slot;",
    replace: `const slot = 1 - this.slot;
    setAside(SLOTS[this.slot]!);`,
  },
  {
    name: "a session that is known is stored again",
    file: "common/phone/history.ts",
    search: `if (has(this.storage.getItem(monthOf(id)) || "", id)) return "known";`,
    replace: "",
  },
  {
    name: "a set that starts over counts twice",
    file: "app/session/player.ts",
    search: "if (isSetStart(this.plan, step)) this.tally.clear(step);",
    replace: "if (isSetStart(this.plan, step)) void step;",
  },
  {
    name: "a session that a death cut off is not offered",
    file: "app/recover.ts",
    search: `if (begun && status !== "finished")`,
    replace: `if (!begun && status !== "finished")`,
  },
  {
    name: "a discarded session is discarded in memory only",
    file: "app/app.ts",
    search: `id === "discard-session") this.keeper.forget()`,
    replace: `id === "discard-session") this.keeper.unsettled = ""`,
  },
  {
    name: "a pause leaves the cues to come",
    file: "app/runner.ts",
    search: "this.haptics.stop();",
    replace: "",
  },
  {
    name: "what waits is handed to the system only once",
    file: "app/keeper.ts",
    search: "this.sent = {};",
    replace: "",
  },
  {
    name: "a finished session's record is not made again",
    file: "app/recover.ts",
    search: "return { finished: session.record({}, false), damaged };",
    replace: "return { damaged };",
  },
];
