import { display } from "display";
import document from "document";
import { SessionRecord, sessionId } from "../common/record";
import { includedOnly } from "../common/routine";
import { loadLast } from "./device/last";
import { Received, listen } from "./device/link";
import { safely } from "./device/log";
import { Routines } from "./device/routines";
import { journal, storePlan } from "./device/running";
import { Feel } from "./feel";
import { Keeper } from "./keeper";
import { Followers, Runner } from "./runner";
import {
  confirmScreen,
  errorScreen,
  pausedScreen,
  resumeScreen,
  summaryScreen,
} from "./screens/dialogs";
import { homeScreen } from "./screens/home";
import { restScreen } from "./screens/rest";
import { Actions, HomeState, Screen } from "./screens/screen";
import { openView } from "./screens/ui";
import { workScreen } from "./screens/work";
import { isWork } from "./session/cursor";
import { Cue } from "./session/cues";
import { Measured, Plan, Session } from "./session/session";

/** A question that nobody answers goes away after this many ms. */
const QUESTION = 10000;
/** Back within this many ms of a set's start means the set before. */
const JUST_STARTED = 3000;

/** Builds the parts of the watch app and owns its life. */
export class App implements Actions, Followers, Received {
  private routines = new Routines();
  private keeper = new Keeper(() => (this.home.notice = "notice-full"));
  private runner = new Runner(this);
  private feeling = new Feel((cue) => this.feelCue(cue));
  /** A session from before a crash that waits for the runner's decision. */
  private offered: Session | undefined;
  /** What the summary shows. */
  private record: SessionRecord | undefined;
  /** Session time in ms at which the runner was asked whether to end, or -1. */
  private askedAt = -1;
  private home: HomeState = {
    routine: this.routines.current,
    last: undefined,
    notice: "",
  };
  /** What went wrong at launch; the app works on without it. */
  private error = "";
  private screen: Screen | undefined;
  /** The open view; the system opens index.view itself. */
  private view = "index";

  /** Starts everything. A session that was cut off comes before all else. */
  launch(): void {
    try {
      this.load();
    } catch (error) {
      this.error = String(error);
    }
    safely(() => listen(this));
    safely(() => this.connected());
    safely(() => this.keeper.tidy());
    display.addEventListener("change", () =>
      safely(() =>
        this.runner.session ? this.runner.wake(false) : this.show(),
      ),
    );
    safely(() => this.openScreen("index"));
    this.show();
  }

  private load(): void {
    this.routines.load();
    if (this.routines.damaged) this.home.notice = "notice-damaged";
    this.offered = this.keeper.recover(this.append);
  }

  private append = (bytes: ArrayBuffer, place: number): void => {
    try {
      journal(bytes, place);
    } catch {
      this.home.notice = "notice-full";
    }
  };

  // What the runner taps.

  start(): void {
    if (this.runner.session) return;
    const now = new Date();
    const start = Math.floor(now.getTime() / 1000);
    const plan: Plan = {
      id: sessionId(start, Math.random()),
      start,
      offset: -now.getTimezoneOffset(),
      routine: includedOnly(this.routines.current),
    };
    this.feeling.stop();
    this.home.notice = storePlan(plan) ? "" : "notice-full";
    this.runner.begin(Session.start(plan, this.append, now.getTime()));
  }

  pause(): void {
    this.runner.command("pause");
  }

  resume(): void {
    this.runner.command("resume");
  }

  skip(): void {
    this.runner.command("skip");
  }

  back(): void {
    const session = this.runner.session;
    if (!session) return;
    const { player } = session;
    const passed = player.stepLength() - player.stepLeft(session.now());
    const early = player.step.rep === 0 && passed < JUST_STARTED;
    const again = isWork(player.step.phase) && !early;
    this.runner.command(again ? "restart" : "previous");
  }

  moreRest(): void {
    this.runner.command("more-rest");
  }

  ask(): void {
    const session = this.runner.session;
    if (session) this.askedAt = session.now();
    this.show();
  }

  keepGoing(): void {
    this.askedAt = -1;
    this.show();
  }

  confirmEnd(): void {
    this.runner.command("end");
  }

  resumeSession(): void {
    const session = this.offered;
    if (!session) return;
    this.offered = undefined;
    this.runner.begin(session);
    this.runner.command("restart");
    this.runner.command("resume");
  }

  saveSession(): void {
    const session = this.offered;
    if (!session) return;
    session.command("end", Date.now(), undefined);
    this.finished(session, {});
    this.show();
  }

  discardSession(): void {
    this.offered = undefined;
    this.keeper.forget();
    this.show();
  }

  done(): void {
    this.record = undefined;
    this.error = "";
    this.keeper.settle();
    this.show();
  }

  // What the session tells.

  changed(): void {
    this.show();
  }

  finished(session: Session, measured: Measured): void {
    const recovered = session === this.offered;
    this.offered = undefined;
    this.askedAt = -1;
    if (!session.player.begun) {
      this.keeper.forget();
      return;
    }
    this.record = session.record(measured, recovered);
    this.keeper.keep(this.record);
  }

  // What comes from the phone.

  routine(packed: unknown): void {
    const refused = this.routines.take(packed);
    const busy = this.runner.session || this.offered;
    this.home.notice = refused ? "notice-refused" : busy ? "notice-new" : "";
  }

  acknowledged(id: string): void {
    this.keeper.acknowledged(id);
  }

  damaged(): void {
    this.home.notice = "notice-damaged";
  }

  settled(): void {
    this.keeper.report(this.routines.current.revision);
    this.show();
  }

  connected(): void {
    this.keeper.sendAll(this.routines.current.revision);
  }

  feel(): void {
    if (!this.runner.session) this.feeling.start();
  }

  private feelCue(cue: Cue | undefined): void {
    this.home.notice = cue ? "feel-" + cue : "";
    if (cue) this.runner.play([cue], 0);
    this.show();
  }

  // What is shown.

  private wanted(): string {
    if (this.error) return "error";
    if (this.record) return "summary";
    if (this.offered) return "resume";
    const session = this.runner.session;
    if (!session) return "index";
    const { status, step } = session.player;
    const asked = session.now() - this.askedAt < QUESTION;
    if (this.askedAt >= 0 && (status === "paused" || asked)) return "confirm";
    this.askedAt = -1;
    if (status === "paused") return "paused";
    return isWork(step.phase) || step.phase === "ready" ? "work" : "rest";
  }

  /** Opens the right view and draws it. A dark display is left alone. */
  private show(): void {
    if (!display.on) return;
    safely(() => {
      const view = this.wanted();
      if (view !== this.view) {
        openView(view);
        this.openScreen(view);
      }
      if (view === "index") {
        this.home.routine = this.routines.current;
        this.home.last = loadLast();
      }
      if (this.screen) this.screen.draw();
    });
  }

  private openScreen(view: string): void {
    this.view = view;
    this.screen = this.build(view);
    document.addEventListener("beforeunload", (event) =>
      safely(() => {
        if (this.swipeBack()) event.preventDefault();
      }),
    );
  }

  private build(view: string): Screen {
    if (view === "error") return errorScreen(this.error, this);
    if (this.record && view === "summary") {
      return summaryScreen(this.record, this);
    }
    const live = this.runner.session || this.offered;
    if (!live) return homeScreen(this.home, this);
    switch (view) {
      case "resume":
        return resumeScreen(live, this);
      case "confirm":
        return confirmScreen(this);
      case "paused":
        return pausedScreen(live, this);
      case "rest":
        return restScreen(live, this);
      case "work":
        return workScreen(live, this);
      default:
        return homeScreen(this.home, this);
    }
  }

  /** True when the swipe was answered here and the app stays. */
  private swipeBack(): boolean {
    switch (this.view) {
      case "index":
      case "resume":
        return false;
      case "confirm":
        this.keepGoing();
        return true;
      case "summary":
      case "error":
        this.done();
        return true;
      default:
        this.ask();
        return true;
    }
  }
}
