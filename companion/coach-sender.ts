import { COACH_FILE, CoachPlan, packCoach } from "../common/wire/coach";
import { fieldsOf, wholeOr } from "../phone/json";
import { KeyValueStore, storedJson } from "../phone/key-value-store";
import { Ports } from "./ports";

/** Its value is what was sent last. */
const SENT = "coachSent";
/** So many seconds after a file was sent, it goes again. */
const AGAIN = 86400;

/** The newest plan for the watch, and whether it was sent. */
interface SentState {
  serial: number;
  /** The plan as JSON, with the serial 0, so that equal plans are equal texts. */
  content: string;
  sent: boolean;
  /** When: seconds since 1970, 0 for never. */
  sentAt: number;
}

function readSent(local: KeyValueStore): SentState {
  const { serial, content, sent, sentAt } = fieldsOf(storedJson(local, SENT));
  return {
    serial: wholeOr(serial, 0),
    content: typeof content === "string" ? content : "",
    sent: sent === true,
    sentAt: wholeOr(sentAt, 0),
  };
}

/**
 * Makes sure that the watch gets the coach's file. The state is written before
 * the file is handed to the system, and marked as sent after: a death between the
 * two sends it again. The serial is the time, so that a new phone goes on above
 * what a watch has.
 */
export class CoachSender {
  /** The file was sent again, which is done once per launch. */
  private resent = false;

  constructor(
    private ports: Ports,
    private local: KeyValueStore,
  ) {}

  /**
   * Sends a plan when its content is new, or was not sent yet. What was sent goes
   * again after a day: no report says which plan a watch has, so that one which was
   * lost on the way would be missed for ever. A watch that has it takes no notice.
   * @throws When there is no room to write its state.
   */
  sendChanged(plan: Omit<CoachPlan, "serial">): void {
    const content = JSON.stringify(packCoach({ ...plan, serial: 0 }));
    let state = readSent(this.local);
    if (state.content !== content) {
      const serial = Math.max(state.serial + 1, this.seconds());
      state = { serial, content, sent: false, sentAt: 0 };
      this.write(state);
    }
    const since = this.seconds() - state.sentAt;
    // A clock that was set back is no reason to wait.
    if (!state.sent || since < 0 || since >= AGAIN) this.send(state, plan);
  }

  /** The watch seems to have lost what it had: the file is due again. */
  sendAgain(): void {
    if (this.resent) return;
    this.resent = true;
    this.write({ ...readSent(this.local), sent: false });
  }

  private seconds(): number {
    return Math.floor(this.ports.now() / 1000);
  }

  private write(state: SentState): void {
    this.local.setItem(SENT, JSON.stringify(state));
  }

  private send(state: SentState, plan: Omit<CoachPlan, "serial">): void {
    const { serial, content } = state;
    const done = (): void => {
      const now = readSent(this.local);
      if (now.serial === serial && now.content === content)
        this.write({ ...now, sent: true, sentAt: this.seconds() });
    };
    this.ports
      .send(COACH_FILE, packCoach({ ...plan, serial }))
      .then(done)
      // The state still says that it was not sent: the next start sends it.
      .catch(() => undefined);
  }
}
