import { EXERCISES } from "../common/exercises";
import { sealOf } from "../common/wire/seal";
import type { Routine } from "../common/routine";
import { coachView } from "../phone/coach/view";
import { Choices } from "../phone/coach/choices";
import { corrected } from "../phone/coach/correct";
import {
  changesBetween,
  decide,
  decideAt,
  isInOrder,
} from "../phone/coach/decide";
import { following } from "../phone/coach/follow";
import { isOut } from "../phone/coach/gate";
import { coachPlanOf } from "../phone/coach/plan-file";
import { sentRoutine } from "../phone/coach/plans";
import { doIt, openGate, takeBack, tryAgain } from "../phone/coach/runner";
import type { Routing } from "../phone/coach/routing";
import { coachSession } from "../phone/coach/session";
import { CoachState, Moment } from "../phone/coach/state";
import {
  StoredCoach,
  coachText,
  memoryFrom,
  readCoach,
} from "../phone/coach/stored";
import { addChanges } from "../phone/history/changes";
import { checksSince } from "../phone/history/checks";
import { HistoryEntry, entryId } from "../phone/history/entry";
import { History } from "../phone/history/history";
import { packEntry } from "../phone/history/packed-entry";
import { keepPlan, noteSent } from "../phone/history/plans";
import { Steps, noteSteps } from "../phone/history/steps";
import { KeyValueStore, storedJson } from "../phone/key-value-store";
import {
  contentOf,
  readForeign,
  readLinkState,
  readRoutineState,
} from "../phone/link-state";
import {
  COACH_ASK_KEY,
  QUESTIONS_KEY,
  SEE_HIDDEN_KEY,
  STAND_KEY,
} from "../phone/settings/coach-keys";
import {
  CoachSettings,
  choicesOf,
  readCoachSettings,
} from "../phone/settings/coach-settings";
import {
  coachAgain,
  forgetSteps,
  readGates,
  writeCoach,
  writeView,
} from "../phone/settings/coach-writer";
import {
  HealthAnswers,
  healthKey,
  readHealth,
  shutBy,
} from "../phone/settings/health";
import { shownReasons } from "../phone/settings/hidden-reasons";
import { Reader } from "../phone/settings/reader";
import { Settings, readSettings } from "../phone/settings/settings";
import { isAsked } from "../phone/settings/stand";
import { CoachSender } from "./coach-sender";
import { Ports } from "./ports";

/** What the page asks for, and the exercise that it is about. */
interface Request {
  what: string;
  key: string;
}

/** The state after what the page asked for. */
function asked(
  state: CoachState,
  choices: Choices,
  { what, key }: Request,
  now: Moment,
): CoachState {
  if (what === "do") return doIt(state, choices, now.start);
  if (what === "back") return takeBack(state, now.start, key);
  if (what === "try") return tryAgain(state, key, now.start);
  return what === "open" ? openGate(state, key, now) : state;
}

/** The exercises of the gates that are out. */
function outBy(gates: CoachState["gates"]): string[] {
  return gates.filter(isOut).map(({ exercise }) => exercise);
}

/** Where exercises stand. */
function stepsOf({ exercises }: CoachState): Steps {
  const steps: { [key: string]: number } = {};
  Object.keys(exercises).forEach((key) => (steps[key] = exercises[key]!.step));
  return steps;
}

/** Its value is the coach's state. */
const COACH = "coach";

/**
 * The coach of the phone: it reads what is new in the history, decides, writes
 * the steps into the settings and sends the watch its plans. Its state is written
 * before the settings are, and says so until they are: after a death between the
 * two, the next start writes them.
 */
export class CoachKeeper {
  private sender: CoachSender;
  /** Undefined before the first update. */
  private state: CoachState | undefined;
  /** Why to see somebody, as the page was told with it. */
  private routing: Routing[] = [];

  constructor(
    private ports: Ports,
    private local: KeyValueStore,
    private history: History,
  ) {
    this.sender = new CoachSender(ports, local);
  }

  /**
   * Decides upon every session that is new, does what the page asks for, and
   * brings settings and watch up to date. True when doses or gates may have changed.
   * @throws When there is no room.
   */
  update(): boolean {
    const { settings } = this.ports;
    const now = this.moment();
    const entries = this.history.entriesSince(memoryFrom(now.start));
    const coach = this.stored(entries, now);
    if (coach.unwritten)
      writeCoach(settings, coach.state, this.choices().items);
    const { level, routine } = this.settings();
    // A level that was chosen stands for the steps of all exercises.
    if (coach.level && coach.level !== level) forgetSteps(settings);
    const request = this.request();
    if (request.what === "coach") coachAgain(settings, request.key);
    const choices = this.choices();
    const before = coach.state;
    const followed = decideAt(following(before, choices), now.start).state;
    let state = asked(followed, choices, request, now);
    const seen = coach.seen.slice();
    entries.forEach((entry) => {
      const id = entryId(entry);
      if (seen.indexOf(id) >= 0) return;
      seen.push(id);
      if (entry.kind === "session")
        keepPlan(this.local, this.history, entry.record);
      const session = coachSession(entry);
      if (isInOrder(state, session, now.start))
        noteSteps(this.local, this.history, session.start, stepsOf(state));
      state = decide(state, choices, session, now.start).state;
    });
    const there = entries.map(entryId);
    addChanges(this.local, this.history, changesBetween(before, state));
    const known = seen.filter((id) => there.indexOf(id) >= 0);
    const kept = { ...coach, state, level, seen: known };
    this.keep({ ...kept, unwritten: true }, choices.items);
    this.state = state;
    this.view(state, now, routine.goal);
    const doses = ({ exercises, gates }: CoachState): string =>
      JSON.stringify([exercises, outBy(gates)]);
    return doses(before) !== doses(state);
  }

  /**
   * Takes in a session whose answers are corrected, while the history has it as it
   * was: what changes is told by the two. After a death between coach and history it
   * is asked again, and is known by its mark. One that is new to the coach is decided
   * upon when the history has it.
   * @throws When there is no room.
   */
  correct(entry: HistoryEntry): void {
    const now = this.moment();
    const entries = this.history.entriesSince(memoryFrom(now.start));
    const coach = this.stored(entries, now);
    const mark = entryId(entry) + " " + sealOf(packEntry(entry));
    const before = coach.state;
    const state = corrected(before, coachSession(entry));
    if (state === before || coach.corrected === mark) return;
    addChanges(this.local, this.history, changesBetween(before, state));
    const kept = { ...coach, state, corrected: mark, unwritten: true };
    this.keep(kept, this.choices().items);
  }

  /** The exercises that are out, as `coachKey`. */
  shut(): string[] {
    return this.state ? outBy(this.state.gates) : [];
  }

  /** The routine of the settings as the watch gets it. */
  sent(routine: Routine): Routine {
    const { state } = this;
    return state ? sentRoutine(state, routine, this.unhealthy()) : routine;
  }

  /**
   * Remembers what is planned under the routine's revision, and sends the watch its
   * plans, if they are new: after the routine that they go with, and once the runner
   * knows from the page that the watch will ask. Those that shut an exercise wait until
   * the watch has told that it has that routine: with them, it lets go of what it shut
   * by itself, and of another routine they say nothing.
   * @throws When there is no room.
   */
  send(read: Settings): void {
    const { state } = this;
    if (read.empty || !state || !this.isTold()) return;
    const now = this.moment();
    const { revision, content } = readRoutineState(this.local);
    const { watch } = readLinkState(this.local);
    if (!watch || readForeign(this.local)) return;
    const there = watch.revision === revision;
    const routine = { ...read.routine, revision };
    const { mode, questions, afterRun, eases } = this.coach();
    const sent = this.sent(read.routine);
    const asked = {
      ...{ questions, afterRun, eases, auto: mode === "auto", sent },
      first: this.isFirst(),
      unhealthy: this.unhealthy(),
      reasons: this.reasons(now.start),
    };
    const plan = coachPlanOf(state, routine, asked, now.start);
    // Settings that were changed just now are of no revision yet.
    if (contentOf(sent) === content)
      noteSent(this.local, revision, [sent, plan.easy, plan.light]);
    if (this.shut().length && !there) return;
    this.sender.sendChanged(plan);
  }

  /** The watch reports a routine that is not the phone's newest: it may have lost the plans too. */
  watchHas(revision: number): void {
    if (revision !== readRoutineState(this.local).revision)
      this.sender.sendAgain();
  }

  /** The stored coach. After the companion was installed anew, what is shut stays shut. */
  private stored(entries: HistoryEntry[], now: Moment): StoredCoach {
    const stored = storedJson(this.local, COACH);
    const coach = readCoach(stored, entries, now.start);
    if (stored !== undefined) return coach;
    const gates = readGates(this.ports.settings);
    return { ...coach, state: { ...coach.state, gates } };
  }

  /** Writes the state, then the settings, then that they are written; as far as any is new. */
  private keep(coach: StoredCoach, items: Choices["items"]): void {
    const { settings } = this.ports;
    const written = coachText({ ...coach, unwritten: false });
    if (this.local.getItem(COACH) === written) return;
    this.local.setItem(COACH, coachText(coach));
    writeCoach(settings, coach.state, items);
    this.local.setItem(COACH, written);
  }

  private view(state: CoachState, now: Moment, goal: number): void {
    const { weeks } = this.history.totals;
    const checks = checksSince(this.local, memoryFrom(now.start));
    const health = this.health().has.map(healthKey);
    const facts = { goal, health };
    const view = coachView(state, checks, now, weeks.before, facts);
    this.routing = view.routing;
    writeView(this.ports.settings, view);
  }

  /**
   * What the page asks for, once: a death after this loses the tap, which is better
   * than to take two changes back.
   */
  private request(): Request {
    const { settings } = this.ports;
    const request = settings.getItem(COACH_ASK_KEY) || "";
    if (request) settings.removeItem(COACH_ASK_KEY);
    const [what = "", ...words] = request.split(" ");
    return { what, key: words.join(" ") };
  }

  private health(): HealthAnswers {
    const { settings } = this.ports;
    return readHealth(new Reader((key) => settings.getItem(key)));
  }

  /** The exercises that an answer about health shuts. */
  private unhealthy(): string[] {
    const health = this.health();
    return EXERCISES.filter((one) => shutBy(one, health).length > 0).map(
      ({ id }) => id,
    );
  }

  /** Why to see somebody, without what the page hides. */
  private reasons(now: number): Routing[] {
    const hidden = this.ports.settings.getItem(SEE_HIDDEN_KEY);
    return shownReasons(this.routing, hidden, now);
  }

  /** Whether the page has told the runner that the watch will ask: else it does not. */
  private isTold(): boolean {
    const { settings } = this.ports;
    return [STAND_KEY, QUESTIONS_KEY].some((key) => settings.getItem(key));
  }

  private isFirst(): boolean {
    const { settings } = this.ports;
    const { sessions } = this.history.totals;
    return isAsked((key) => settings.getItem(key), sessions);
  }

  private moment(): Moment {
    const start = Math.floor(this.ports.now() / 1000);
    return { start, offset: this.ports.offset() };
  }

  private settings(): Settings {
    return readSettings((key) => this.ports.settings.getItem(key));
  }

  private coach(): CoachSettings {
    return readCoachSettings((key) => this.ports.settings.getItem(key));
  }

  private choices(): Choices {
    return choicesOf(this.settings(), this.coach());
  }
}
