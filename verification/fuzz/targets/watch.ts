import { nextEntry, seedOf } from "../../../app/session/journal";
import { readJournal } from "../../../app/session/replay";
import { checkRoutine } from "../../../app/storage/routine-check";
import { unpackRoutine } from "../../../common/wire/routine";
import { bytesLike } from "../inputs";
import { Target, target } from "./target";
import { anyWireInput, valueOf } from "./wire";
import * as corpus from "../corpus";

const SESSION_ID = "tlq3xk-0abc";

function journals(): Uint8Array[] {
  const journal = { written: 0, seed: seedOf(SESSION_ID) };
  const bytes: number[] = [];
  for (let i = 0; i < 20; i++) {
    const kind = (["start", "pause", "resume", "mark"] as const)[i % 4]!;
    bytes.push(...new Uint8Array(nextEntry(journal, kind, i * 1000)));
  }
  return [Uint8Array.from(bytes)];
}

/** What the watch reads of the link's files and its own. */
export const WATCH_TARGETS: readonly Target[] = [
  target(
    "watch: routine check",
    () => anyWireInput(corpus.packedRoutines()),
    (input) => {
      const value = valueOf(input);
      const accepted = checkRoutine(value) !== undefined;
      // What the phone refuses, the watch has to refuse too.
      if (accepted && !unpackRoutine(value).ok) throw new Error("too lenient");
      return accepted;
    },
  ),
  target(
    "watch: journal",
    () => bytesLike(journals()),
    (bytes) =>
      readJournal(SESSION_ID, Uint8Array.from(bytes).buffer).length > 0,
  ),
];
