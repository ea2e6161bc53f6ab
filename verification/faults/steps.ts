import { routineCode } from "../../phone/routine-code/code";
import { entryId } from "../../phone/history/entry";
import { toJson } from "../../phone/history/export";
import { readExport } from "../../phone/history/restore";
import { readCoachView } from "../../phone/coach/view";
import { readSummary } from "../../phone/history/summary";
import {
  CHANGE_KEY,
  IMPORT_KEY,
  RESTORE_KEY,
  SUMMARY_KEY,
} from "../../phone/settings/keys";
import {
  COACH_ASK_KEY,
  COACH_KEY,
  COACH_VIEW_KEY,
  QUESTIONS_KEY,
  gateKey,
} from "../../phone/settings/coach-keys";
import { PREFERENCES, isOn } from "../../common/preferences";
import { Routine } from "../../common/routine";
import { CoachFile } from "../../common/wire/coach-files";
import { SESSION_FILE } from "../../common/wire/link";
import type { Life } from "./life";
import { loseChecks } from "./coach-rules";
import { type OpenQuestion, openQuestion } from "../../tools/session/question";
import { COACHED, ROUTINE_CHOICES } from "./routine-choices";
import { historyOf, pendingWork } from "./rules";
import { TICK } from "./session-model";
import type { StoryStep } from "./story";

/** The settings page's button that accepts a pasted code. */
const ACCEPT = "Take it in place of my routine";
/** The two that answer its question about another routine on the watch. */
const TAKE = "Take the watch's routine";
const REPLACE = "Send mine to the watch";
/** Seconds within which every routine of `ROUTINE_CHOICES` is over. */
const LONGEST = 600;
/** Seconds from the end of a session until the first question, if timers are not late. */
const ASKED_AFTER = 3;
/** More questions than are ever asked one after the other. */
const MOST_QUESTIONS = 12;
/** From every view, so many taps lead home. */
const MOST_TAPS = 12;
/** After so many launches with the phone near, nothing may wait any more. */
const LAUNCHES = 2;

/** The routine on the watch about which the page asks; undefined for none. */
function foreignOf(life: Life): Routine | undefined {
  const { settingsStorage } = life.world.phone;
  return readSummary(settingsStorage.get(SUMMARY_KEY)).foreign;
}

/** Has the phone's routine replace the watch's, on the open page. */
function replaceForeign(life: Life): void {
  const { name } = foreignOf(life)!;
  life.phone.known.add(name);
  life.namedRoutine = name;
  life.happens(`page-press:${REPLACE}`);
}

/** Answers the page's question: a phone of which nothing was made takes the watch's. */
function answer(life: Life): void {
  const foreign = foreignOf(life);
  if (!foreign) return;
  life.happens("page-open");
  if (life.phone.chosen) replaceForeign(life);
  else {
    life.happens(`page-press:${TAKE}`);
    life.phone.chose(foreign.name);
    life.namedRoutine = foreign.name;
  }
  life.happens("page-close");
  life.wait(20);
}

/** Asks the phone on its page to do something, unless it has not yet done another. */
function request(life: Life, key: string, value: string): boolean {
  const { settingsStorage } = life.world.phone;
  if (settingsStorage.get(key) !== undefined) return false;
  life.happens(`set:${key}=${value}`);
  return true;
}

/** Deletes the newest session on the phone. */
function deleteNewest(life: Life): void {
  const newest = historyOf(life).records.pop();
  if (!newest || !request(life, CHANGE_KEY, `delete ${newest.id}`)) return;
  const { settingsStorage } = life.world.phone;
  // The coach may not have seen it before it was deleted.
  life.keepShut((key) => settingsStorage.get(gateKey(key)) !== undefined);
  const { deleted, restored } = life.phone;
  deleted.add(newest.id);
  restored.delete(newest.id);
  for (const truth of life.sessions) {
    const { start, routine } = truth;
    if (start !== newest.start || routine.name !== newest.routine) continue;
    truth.mayBeMissing ||= "deleted on the phone";
  }
}

/** Takes an export of the history out of the phone. */
function exportHistory(life: Life): void {
  const entries = historyOf(life).records;
  life.exported = toJson(
    entries.map((record) => ({ kind: "session", record })),
  );
}

/** Takes the newest export in again. */
function restoreHistory(life: Life): void {
  if (!life.exported || !request(life, RESTORE_KEY, life.exported)) return;
  const read = readExport(life.exported);
  if (!read.ok) return life.fail("the export cannot be read");
  for (const entry of read.value.entries) {
    const id = entryId(entry);
    if (!life.phone.deleted.has(id)) life.phone.restored.add(id);
  }
}

/** Sets the preferences on the settings page, pastes the routine's code there and accepts it. */
export function chooseRoutine(life: Life, routine: Routine): void {
  life.happens("page-open");
  // A code carries none.
  for (const preference of PREFERENCES) {
    const on = isOn(routine.preferences, preference);
    life.happens(`set:${preference.key}=${on}`);
  }
  life.happens(`set:${IMPORT_KEY}=${routineCode(routine)}`);
  life.happens(`page-press:${ACCEPT}`);
  life.phone.chose(routine.name);
  if (foreignOf(life)) replaceForeign(life);
  life.happens("page-close");
  if (routine.name === COACHED) beginGently(life, routine);
}

/** Begins at the lowest steps but one, and lets the coach raise them by itself. */
function beginGently(life: Life, { items }: Routine): void {
  life.happens(`set:${COACH_KEY}=auto`);
  for (const { exercise } of items) life.happens(`set:${exercise}.step=1`);
}

/** How much the watch asks; the phone has told it so once the file has come. */
function askFor(life: Life, level: number): void {
  life.happens(`set:${QUESTIONS_KEY}=${level}`);
}

/** Tries again what the page offers. */
function tryAgain(life: Life): void {
  const { settingsStorage } = life.world.phone;
  const view = readCoachView(settingsStorage.get(COACH_VIEW_KEY));
  const [key] = view?.offered ?? [];
  if (key === undefined || !request(life, COACH_ASK_KEY, `try ${key}`)) return;
  const clockWasSet = !!life.counts["clock set"] || !!life.otherPhone;
  const wrong = life.shut.tried(key, life.seconds, life.sessions, clockWasSet);
  if (wrong) life.fail(wrong);
}

/** The number of the answer that the runner gives to a question. */
function answerTo({ kind, choices }: OpenQuestion, life: Life): number {
  const { back, after, leg, legAfter, other } = life.saying;
  if (kind === "back") return life.asking.isBefore ? back : after;
  if (kind === "leg") return leg;
  if (kind === "leg-after") return legAfter;
  const rows = life.current ? life.current.routine.items.length + 1 : 1;
  return other % (kind === "which" ? Math.min(choices, rows) : choices);
}

/** Answers all that is asked, as the runner said. */
function answerAll(life: Life): void {
  for (let asked = 0; asked < MOST_QUESTIONS; asked++) {
    const question = openQuestion(life.world, life.view);
    if (!question) return;
    life.answer(answerTo(question, life));
  }
}

/** Launches the app if needed, leaves a summary, and starts a session. */
function start(life: Life): void {
  life.launch();
  answerAll(life);
  if (life.view === "summary") life.tap("done");
  if (life.view === "index") life.tap("start");
  answerAll(life);
}

/** Waits for what is asked after a session, and answers it. */
function answerAfter(life: Life): void {
  if (!life.world.watch.files.has(CoachFile.Plans)) return;
  life.wait(ASKED_AFTER + life.story.jitterMs / 1000);
  answerAll(life);
}

/** Lets a session that runs come to its end, and leaves the summary. */
function playOut(life: Life): void {
  for (let passed = 0; passed < LONGEST; passed++) {
    if (!life.current || life.current.still) break;
    life.wait(1);
  }
  answerAfter(life);
  life.tap("done");
}

/** Ends a session that runs by hand. */
function endByHand(life: Life): void {
  for (const id of ["pause", "end", "confirm-end"]) life.tap(id);
}

/** Installs the companion anew: what it stored is gone, the rest must still come. */
function reinstallCompanion(life: Life): void {
  const { records } = historyOf(life);
  for (const truth of life.sessions) {
    const stored = records.some(
      ({ start, routine }) =>
        start === truth.start && routine === truth.routine.name,
    );
    if (stored) truth.mayBeMissing ||= "went with the phone";
  }
  loseChecks(life);
  const { settingsStorage } = life.world.phone;
  // What is shut stands in the settings, too, which stay.
  life.keepShut((key) => settingsStorage.get(gateKey(key)) !== undefined);
  life.phone.forgets(settingsStorage.get(RESTORE_KEY) !== undefined);
  life.ends("companion", "phone-reinstall");
}

/** Does one step of a story. */
export function doStep(life: Life, step: StoryStep): void {
  const { watch } = life.world;
  switch (step.do) {
    case "wait":
      return life.wait(step.seconds);
    case "session":
      return start(life);
    case "whole":
      start(life);
      return playOut(life);
    case "finish":
      endByHand(life);
      answerAfter(life);
      return life.tap("done");
    case "end":
      return endByHand(life);
    case "answer":
      return life.answer(step.choice);
    case "say":
      life.saying = step;
      return;
    case "questions":
      return askFor(life, step.level);
    case "try":
      return tryAgain(life);
    case "tap":
      return life.tap(step.id);
    case "swipe-back":
      return life.swipeBack();
    case "launch":
      return life.launch();
    case "kill":
      if (!watch.running) return;
      life.count("watch killed");
      return life.ends("watch", "kill");
    case "battery":
      life.count("battery empty");
      life.ends("watch", "battery-empty");
      life.wait(step.seconds);
      return life.happens("charged");
    case "kill-at":
      life.count(`death at a ${step.what} to come, ${step.side}`);
      return life.happens(
        `${step.side === "watch" ? "" : "phone-"}kill-at-${step.what}:${step.n}${step.after ? ":after" : ""}`,
      );
    case "kill-at-file":
      life.count("death in a change of a file to come");
      return life.happens(`kill-at-file:${step.n}`);
    case "heap":
      if (!watch.running) return;
      life.count("heap nearly full");
      life.heapFull = true;
      return life.happens(`heap-left:${step.bytes}`);
    case "heap-free":
      life.happens("heap-free");
      life.heapFull = false;
      return;
    case "display":
      life.count("display switched");
      return life.happens(step.on ? "display-on" : "display-off");
    case "clock":
      life.wait(TICK / 1000);
      life.count("clock set");
      life.happens(`clock:${step.seconds > 0 ? "+" : ""}${step.seconds}`);
      life.current?.clockSet(step.seconds * 1000, life.now);
      // Only after some time the watch knows that the clock was set and that it did not sleep.
      return life.wait(TICK / 1000);
    case "away":
      life.count("phone out of reach");
      return life.happens("phone-away");
    case "back":
      return life.happens("phone-back");
    case "choose":
      life.count("routine changed");
      return chooseRoutine(life, ROUTINE_CHOICES[step.routine]!);
    case "phone-kill":
      life.count("companion killed");
      return life.ends("companion", "phone-kill");
    case "phone-reinstall":
      life.count("companion's storage wiped");
      return reinstallCompanion(life);
    case "phone-swap":
      life.count("another phone");
      return life.swapPhones();
    case "delete":
      life.count("session deleted");
      return deleteNewest(life);
    case "export":
      life.count("history exported");
      return exportHistory(life);
    case "restore":
      life.count("history restored");
      return restoreHistory(life);
    case "link":
      life.count(`link: files ${step.fault}`);
      return life.happens(`link:${step.fault}`);
    case "cut":
      life.count("link cut, files lost with it");
      life.happens("link:lost");
      life.happens("phone-away");
      life.wait(step.seconds);
      return life.happens("phone-back");
    case "full":
      life.count("watch full");
      life.storageFull = true;
      for (const truth of life.sessions) truth.noRoom();
      life.asking.lose(() => true);
      life.shut.keep(() => false);
      return life.happens("watch-full");
    case "room":
      life.happens("watch-room");
      life.storageFull = false;
      return;
  }
}

/** Watch and phone are together, without faults, until nothing waits any more. @throws Violation */
export function meetUndisturbed(life: Life): void {
  life.happens("no-faults");
  life.storageFull = life.heapFull = false;
  goHome(life);
  answerAfter(life);
  goHome(life);
  // The phone has just come near: what waits is sent without another launch.
  life.wait(20);
  answer(life);
  for (const name of life.world.watch.files.keys()) {
    if (name.startsWith(SESSION_FILE)) life.fail(`${name} is not sent again`);
  }
  for (let launches = 0; launches < LAUNCHES; launches++) {
    if (launches > 0 && !pendingWork(life)) return;
    // With late timers, the question after a session comes when all seemed done.
    goHome(life);
    life.happens("swipe-back");
    if (life.world.watch.running) life.fail(`no way out of ${life.view}`);
    life.wait(20);
    goHome(life);
    life.wait(20);
    answer(life);
  }
}

/** The tap that leads towards home, by the open view. */
const WAY_HOME: Readonly<Record<string, string>> = {
  work: "pause",
  rest: "pause",
  paused: "end",
  confirm: "confirm-end",
  resume: "save-session",
  summary: "done",
};

/** Launches the app and taps until it shows home. @throws Violation */
function goHome(life: Life): void {
  life.launch();
  if (!life.world.watch.running) life.fail("the app does not start");
  for (let taps = 0; life.view !== "index"; taps++) {
    answerAll(life);
    if (life.view === "index") return;
    const id = WAY_HOME[life.view];
    if (!id || taps === MOST_TAPS) life.fail(`no way home from ${life.view}`);
    life.tap(id);
  }
}
