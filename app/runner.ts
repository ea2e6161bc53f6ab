import { me } from "appbit";
import { display } from "display";
import { Haptics } from "./device/haptics";
import { safely } from "./device/log";
import { measure, workout } from "./device/workout";
import { Cue } from "./session/cues";
import { Command } from "./session/player";
import { Measured, Session } from "./session/session";

/** What the runner of a session tells the app. */
export interface Followers {
  /** Something may look different now. */
  changed(): void;
  /** The session is over, and what the watch measured meanwhile. */
  finished(session: Session, measured: Measured): void;
}

/** Keeps wrist, timer, display and log entry in step with one session. */
export class Runner {
  private haptics = new Haptics();
  private timer: number | undefined;
  private due = (): void => safely(this, this.wake, true);
  /** The display is on: there is somebody to show seconds to. */
  lit = display.on;
  /** Undefined between sessions. */
  session: Session | undefined;

  constructor(private followers: Followers) {}

  /** Takes on a session that has just started or is about to go on. */
  begin(session: Session): void {
    const { preferences } = session.plan.routine;
    this.session = session;
    this.haptics.strong = preferences.strength === "strong";
    display.autoOff = !preferences.keepScreenOn;
    me.appTimeoutEnabled = false;
    workout("start");
    session.pair();
    this.follow(session);
  }

  /** Goes on to now. `fired` tells that the session's own timer woke us. */
  wake(fired: boolean): void {
    const session = this.session;
    if (!session) return;
    const { player } = session;
    const before = player.status;
    if (fired) this.timer = undefined;
    session.wake(Date.now(), fired);
    if (before !== "paused" && player.status === "paused") workout("pause");
    this.follow(session);
  }

  /** Does what was asked; a refusal changes nothing. */
  command(command: Command): void {
    const session = this.session;
    if (!session) return;
    const { player } = session;
    const before = player.status;
    session.command(command, Date.now());
    if (before !== player.status) {
      if (player.status === "paused") {
        this.haptics.stop();
        workout("pause");
      } else if (before === "paused") {
        workout("resume");
        session.pair();
      }
    }
    this.follow(session);
  }

  /** Plays cues outside a session. */
  play(cues: Cue[]): void {
    this.haptics.play(cues, 0);
  }

  private follow(session: Session): void {
    const { player } = session;
    const cues = player.cues;
    player.cues = [];
    try {
      this.haptics.play(cues, session.now() - player.cuesAt);
    } catch (error) {
      console.error(String(error));
    }
    if (cues.indexOf("next") >= 0 || cues.indexOf("finish") >= 0) {
      display.poke();
    }
    if (player.status === "finished") this.finish(session);
    else this.arm(session);
    this.followers.changed();
  }

  private finish(session: Session): void {
    const measured = measure();
    clearTimeout(this.timer as number);
    this.session = undefined;
    workout("stop");
    display.autoOff = true;
    me.appTimeoutEnabled = true;
    this.followers.finished(session, measured);
  }

  /** Sets the one timer: the next cue, or sooner while seconds are shown. */
  private arm(session: Session): void {
    const { player } = session;
    if (this.timer !== undefined) clearTimeout(this.timer);
    this.timer = undefined;
    const left = player.stepLeft(session.now());
    const phase = player.step.phase;
    // A rep's way up and down has no number that changes.
    const ticking = this.lit && phase !== "lift" && phase !== "lower";
    const delay = session.arm(ticking ? left % 1000 || 1000 : Infinity);
    if (delay < 0) return;
    this.timer = setTimeout(this.due, delay);
  }
}
