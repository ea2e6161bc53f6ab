import { faultText } from "../common/result";
import { LoneCheck } from "../common/wire/coach";
import {
  Answered,
  answeredOf,
  isCorrectable,
  withAnswer,
} from "../phone/history/answers";
import { withCheckAnswer } from "../phone/history/check-answers";
import { checksSince, writeCheck } from "../phone/history/checks";
import { HistoryEntry, entryId } from "../phone/history/entry";
import { History } from "../phone/history/history";
import { readEntries } from "../phone/history/packed-entry";
import { RefusedAnswer } from "../phone/history/refused-answer";
import { keysOf, succeeds } from "../phone/key-value-store";
import { CORRECT } from "../phone/settings/keys";
import { CoachKeeper } from "./coach-keeper";
import { Ports } from "./ports";

function refusal(reason: RefusedAnswer["reason"], what = ""): RefusedAnswer {
  return { reason, what };
}

/**
 * The answers that the page asks to be corrected: a key for each. The coach
 * takes a correction in first, then the history has it, then the key is removed: after
 * a death between any two the next start does it again, which then changes nothing.
 */
export class Corrections {
  /** Why the newest was refused; undefined after one that was made. */
  refused: RefusedAnswer | undefined;

  constructor(
    private ports: Ports,
    private history: History | undefined,
    private coach: CoachKeeper | undefined,
  ) {}

  /** Makes the corrections that are asked for. True when anything was asked. */
  carryOut(): boolean {
    const { settings } = this.ports;
    const keys = keysOf(settings).filter((key) => key.indexOf(CORRECT) === 0);
    keys.forEach((key) => {
      const [id = "", answer = ""] = key.slice(CORRECT.length).split(":");
      const value = settings.getItem(key) || "";
      this.refused = this.correct(id, answer, value);
      settings.removeItem(key);
    });
    return keys.length > 0;
  }

  /** The refusal, or undefined when it is done. */
  private correct(
    id: string,
    answer: string,
    value: string,
  ): RefusedAnswer | undefined {
    const { history } = this;
    const now = this.ports.now() / 1000;
    if (!history) return refusal("unknown");
    const check = checksSince(this.ports.local, 0).filter(
      (one) => one.id === id,
    )[0];
    if (check) return this.correctCheck(history, check, answer, value);
    const recent = readEntries(history.totals.recent);
    const entry = recent.filter((one) => entryId(one) === id)[0];
    if (!entry) return refusal("unknown");
    const record = answeredOf(entry);
    if (!record) return refusal("unasked");
    if (!isCorrectable(record.start, now)) return refusal("late");
    const read = withAnswer(record, answer, value);
    if (!read.ok) return refusal("bad", faultText(read.fault));
    return this.store(history, read.value);
  }

  /** The same of a check without a session. It shuts nothing: only history and page have it. */
  private correctCheck(
    history: History,
    check: LoneCheck,
    answer: string,
    value: string,
  ): RefusedAnswer | undefined {
    const { local, now } = this.ports;
    if (!isCorrectable(check.at, now() / 1000)) return refusal("late");
    const read = withCheckAnswer(check, answer, value);
    if (!read.ok) return refusal("bad", faultText(read.fault));
    return writeCheck(local, history, read.value) ? undefined : refusal("full");
  }

  private store(history: History, record: Answered): RefusedAnswer | undefined {
    const entry: HistoryEntry = { kind: "session", record };
    const { coach } = this;
    if (coach && !succeeds(() => coach.correct(entry))) return refusal("full");
    const replaced = history.replace(entry);
    return replaced === "replaced" ? undefined : refusal(replaced);
  }
}
