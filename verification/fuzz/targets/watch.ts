import { write } from "../../../app/session/journal";
import { followJournal } from "../../../app/session/replay";
import {
  Kind,
  Plan,
  S,
  newSession,
  noAnswers,
} from "../../../app/session/session";
import { checkCoach } from "../../../app/storage/coach-check";
import { checkRoutine } from "../../../app/storage/routine-check";
import { BUILT_IN } from "../../../common/watch-tables";
import { unpackCoach } from "../../../common/wire/coach";
import { unpackRoutine } from "../../../common/wire/routine";
import { bytesLike } from "../inputs";
import { Target, target } from "./target";
import { anyWireInput, valueOf } from "./wire";
import * as corpus from "../corpus";

const START = 1790000000;
const PLAN: Plan = ["tlq3xk-0abc", START, 0, BUILT_IN, noAnswers()];

function journals(): Uint8Array[] {
  const session = newSession(PLAN, START * 1000);
  const bytes: number[] = [];
  for (let i = 0; i < 20; i++) {
    const kind = [Kind.Start, Kind.Pause, Kind.Resume, Kind.Mark][i % 4]!;
    write(session, kind, i * 1000, (entry) => {
      bytes.push(...new Uint8Array(entry));
      return true;
    });
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
    "watch: coach's file",
    () => anyWireInput(corpus.packedCoaches()),
    (input) => {
      const value = valueOf(input);
      // First, for the watch's check writes its own form into the list.
      const { ok } = unpackCoach(value);
      const accepted = checkCoach(value) !== undefined;
      if (accepted && !ok) throw new Error("too lenient");
      return accepted;
    },
  ),
  target(
    "watch: journal",
    () => bytesLike(journals()),
    (bytes) => {
      const session = newSession(PLAN, START * 1000);
      followJournal(session, Uint8Array.from(bytes).buffer);
      return session[S.Written] > 0;
    },
  ),
];
