import { display } from "display";
import document from "document";
import { ROUTINE_FILE } from "../common/link-files";
import { SessionRecord, sessionId } from "../common/record";
import { rebuildRoutine } from "../common/routine-shape";
import { remove } from "./device/files";
import { countOf, loadLast } from "./device/last";
import { Received, listen } from "./device/link";
import { safely } from "./device/log";
import * as haptics from "./device/haptics";
import * as routines from "./device/routines";
import {
  hasPlan,
  journal,
  planOf,
  storePlan,
  StoredPlan,
} from "./device/running";
import { forToday } from "./device/today";
import { steadyTime } from "./device/workout";
import type { Feel } from "./feel";
import * as keeper from "./keeper";
import * as runner from "./runner";
import { Followers } from "./runner";
import { Board } from "./screens/board";
import { drawRest, drawWork } from "./screens/live";
import { HomeState, drawHome, drawSummary } from "./screens/quiet";
import { words } from "./screens/text";
import { isWork } from "./session/cursor";
import { Command } from "./session/commands";
import { stepLeft } from "./session/player";
import {
  Measured,
  Ports,
  Session,
  command,
  recordOf,
  startSession,
} from "./session/session";

/** A question that nobody answers goes away after this many ms. */
const QUESTION = 10000;
/** Back within this many ms of a set's start means the set before. */
const JUST_STARTED = 3000;

/** What can be tapped in each view; a tap does what its id says. */
const TAPS: { readonly [view: string]: string } = {
  index: "start today",
  feel: "done",
  work: "pause skip back",
  rest: "pause skip back more-rest",
  paused: "resume skip back end",
  confirm: "keep-going confirm-end",
  resume: "resume-session save-session discard-session",
  summary: "done",
  error: "done",
};

/** Elements with a label of their own; its message has the same name. */
const LABELS: { readonly [view: string]: string } = {
  index: "start",
  feel: "done",
  rest: "more-rest",
  paused: "resume skip back end",
  confirm: "keep-going confirm-end",
  resume: "resume-session save-session discard-session",
  summary: "done sets reps",
  error: "done",
};

/** Builds the parts of the watch app and owns its life. */
export class App implements Followers, Received {
  private board = new Board();
  private home: HomeState = {
    routine: routines.current,
    last: undefined,
    count: 0,
    felt: false,
    notice: "",
  };
  /** What is open in place of home. */
  private page: "" | "today" | "feel" = "";
  private feeling: Feel | undefined;
  /** A session from before a crash that waits for the runner's decision. */
  private offered: Session | undefined;
  /** What the summary shows. */
  private record: SessionRecord | undefined;
  /** Session time in ms at which the runner was asked whether to end, or -1. */
  private askedAt = -1;
  /** What went wrong at launch; the app works on without it. */
  private error = "";

  /** Starts everything. A session that was cut off comes before all else. */
  launch(): void {
    runner.tell(this);
    try {
      if (routines.load()) this.damaged();
    } catch (error) {
      this.error = String(error);
    }
    if (hasPlan()) this.recover();
    else this.ready();
  }

  private recover(): void {
    import("./recover")
      .then(({ recover }) => {
        const { offered, finished, damaged } = recover(this.ports);
        this.offered = offered;
        if (finished) this.keep(finished);
        if (damaged) this.damaged();
      })
      .catch((error) => (this.error = String(error)))
      .then(() => this.ready());
  }

  private ready(): void {
    safely(this, this.join, 0);
    safely(this, this.hear, 0);
    this.changed();
  }

  private join(): void {
    display.addEventListener("change", () => safely(this, runner.light, 0));
    listen(this);
    if (keeper.tidy()) this.damaged();
    this.connected();
  }

  private ports: Ports = {
    steady: steadyTime,
    append: (bytes, place) => {
      try {
        journal(bytes, place);
        return true;
      } catch {
        this.notice("notice-full");
        return false;
      }
    },
  };

  private notice(key: string): void {
    this.home.notice = key;
  }

  private keep(record: SessionRecord): void {
    if (!keeper.keep(record)) this.notice("notice-full");
  }

  // What the runner taps.

  private act(id: string): void {
    switch (id) {
      case "start":
        return this.start();
      case "back":
        return this.back();
      case "end":
        return this.ask();
      case "keep-going":
        this.askedAt = -1;
        return this.changed();
      case "confirm-end":
        return runner.command("end");
      case "resume-session":
      case "save-session":
      case "discard-session":
        return this.decide(id);
      case "today":
        return this.open();
      case "done":
        this.close();
        this.record = undefined;
        this.error = "";
        keeper.settle();
        return this.changed();
      default:
        return runner.command(id as Command);
    }
  }

  private start(): void {
    if (runner.session) return;
    const now = new Date();
    const start = Math.floor(now.getTime() / 1000);
    const plan: StoredPlan = [
      sessionId(start, Math.random()),
      start,
      -now.getTimezoneOffset(),
      forToday(routines.packed),
    ];
    const stored = storePlan(plan);
    // The files are this session's now: a late acknowledgement of the one
    // before must not take them.
    keeper.moveOn();
    this.notice(stored ? "" : "notice-full");
    runner.begin(
      startSession(
        planOf(plan, rebuildRoutine(plan[3])),
        this.ports,
        now.getTime(),
      ),
    );
  }

  /** The list of exercises; before the first session, the cues. */
  private open(): void {
    if (!this.home.last && !this.home.felt) return this.feel();
    this.page = "today";
    this.changed();
  }

  /** Back home from the list or the cues. */
  private close(): void {
    this.page = "";
    if (this.feeling) this.feeling.stop();
  }

  private back(): void {
    const { session } = runner;
    if (!session) return;
    // A late timer may not have shown yet where the session is.
    runner.wake(false);
    const { player } = session;
    const passed = player.stepLength - stepLeft(player, session.now);
    const early = player.step.rep === 0 && passed < JUST_STARTED;
    const again = isWork(player.step.phase) && !early;
    runner.command(again ? "restart" : "previous");
  }

  private ask(): void {
    const { session } = runner;
    if (session) this.askedAt = session.now;
    this.changed();
  }

  /** What becomes of the session that the watch did not finish. */
  private decide(id: string): void {
    const session = this.offered;
    if (!session) return;
    if (id === "save-session") {
      command(session, "end", Date.now());
      this.finished(session, {});
    } else if (id === "discard-session") keeper.forget();
    this.offered = undefined;
    if (id === "resume-session") {
      runner.begin(session);
      runner.command("restart");
      runner.command("resume");
    }
    this.changed();
  }

  // What the session tells.

  finished(session: Session, measured: Measured): void {
    const recovered = session === this.offered;
    this.askedAt = -1;
    if (session.player.begun) {
      this.record = recordOf(session, measured, recovered);
      this.keep(this.record);
    } else keeper.forget();
  }

  /** The elements at hand are found again when something changes. */
  shed(): void {
    this.board.forget();
  }

  // What comes from the phone.

  routine(packed: unknown): void {
    void import("./device/check").then(({ checkRoutine }) => {
      const checked = checkRoutine(packed);
      // Beyond version and revision: the same content is no news.
      const held = String(routines.packed.slice(2));
      const news = checked && String(checked.slice(2)) !== held;
      if (!checked) this.notice("notice-refused");
      else if (!routines.take(checked)) this.notice("notice-full");
      else {
        const busy = runner.session || this.offered;
        this.notice(busy && news ? "notice-new" : "");
      }
      remove(ROUTINE_FILE);
      keeper.sendMore(routines.current.revision, true);
      this.changed();
    });
  }

  acknowledged(id: string): void {
    keeper.acknowledged(id);
  }

  damaged(): void {
    this.notice("notice-damaged");
  }

  settled(): void {
    keeper.sendMore(routines.current.revision, false);
    this.changed();
  }

  connected(): void {
    keeper.sendAgain(routines.current.revision);
  }

  feel(): void {
    if (runner.session) return;
    void import("./feel").then(({ Feel }) => {
      if (!this.feeling) {
        this.feeling = new Feel((cue) => {
          if (cue) {
            const { strength } = routines.current.preferences;
            haptics.play([cue], strength === "strong", 0);
          } else this.close();
          this.changed();
        });
      }
      this.page = "feel";
      this.home.felt = true;
      this.feeling.start();
    });
  }

  // What is shown.

  private wanted(): string {
    if (this.error) return "error";
    if (this.record) return "summary";
    if (this.offered) return "resume";
    const { session } = runner;
    if (!session) return this.page || "index";
    const { status, step } = session.player;
    const asked = session.now - this.askedAt < QUESTION;
    if (this.askedAt >= 0 && (status === "paused" || asked)) return "confirm";
    this.askedAt = -1;
    if (status === "paused") return "paused";
    return isWork(step.phase) ? "work" : "rest";
  }

  /** Brings the screen up to date. A dark display is left alone. */
  changed(): void {
    if (runner.lit) safely(this, this.show, 0);
  }

  private show(): void {
    const view = this.wanted();
    const { board } = this;
    if (view !== board.view) {
      board.open(view);
      this.hear();
    }
    const labels = LABELS[view];
    if (labels && board.isNews("labels", 0)) {
      labels.split(" ").forEach((id) => board.text(id + "-label", words(id)));
    }
    const session = runner.session || this.offered;
    if (view === "work") drawWork(board, session!);
    else if (view === "rest") drawRest(board, session!);
    else if (view === "summary") {
      const { start } = this.record!;
      drawSummary(board, this.record!, countOf(start), routines.current.goal);
    } else if (view === "index") {
      const { home } = this;
      home.routine = rebuildRoutine(forToday(routines.packed));
      home.last = loadLast();
      home.count = countOf(Date.now() / 1000);
      drawHome(board, home);
    } else if (view === "feel") this.feeling!.draw(board);
    else if (view === "today") this.list();
    else this.showDialog(session);
  }

  private list(): void {
    if (!this.board.isNews("list", 0)) return;
    void import("./screens/today").then(({ listToday }) =>
      listToday(routines.packed, () => this.feel()),
    );
  }

  private showDialog(session: Session | undefined): void {
    const { board } = this;
    const { view } = board;
    void import("./screens/dialogs").then(({ drawDialog }) => {
      // Something else may have come up while this was loading.
      const draw = (): void => drawDialog(board, session, this.error);
      if (board.view === view) safely(null, draw, 0);
    });
  }

  /** Listens to taps and swipes in the open view. */
  private hear(): void {
    const taps = TAPS[this.board.view];
    if (taps) {
      this.board.listen(taps.split(" "), (id) => safely(this, this.act, id));
    }
    document.addEventListener("beforeunload", (event) =>
      safely(this, this.swipeBack, event),
    );
  }

  /** At home, and before a decision, the app may be left; else it stays. */
  private swipeBack(event: Event): void {
    // What is open may be out of date while the display is dark.
    const view = this.wanted();
    if (view === "index" || view === "resume") return;
    event.preventDefault();
    if (view === "confirm") this.act("keep-going");
    else if (runner.session) this.act("end");
    else this.act("done");
  }
}
