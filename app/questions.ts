import { FlatRoutine } from "../common/wire/flat-routine";
import { load } from "./platform/chunks";
import { attempt } from "./platform/failures";
import { refresh } from "./screen";
import { Asking, state } from "./state";
import { hold, sendWaiting } from "./storage/outbox";
import { ASK, drawQuestion } from "./ui/ask";
import { prepareView } from "./ui/buttons";
import * as view from "./ui/view";
import { words } from "./ui/words";

// The one question that is open.

/** Gets the number of a choice, what was told of the back, or -1 for no answer. */
export type Told = (answer: number) => void;

/** Ms after which nobody answers any more: nothing starts, and what was told stays. */
const PATIENCE = 60000;
/** The cell of the scale that is for no answer. */
const NO_ANSWER = 11;

let title = "";
let detail = "";
let choices: string[];
/** What to choose an exercise from, in place of choices: the items of a record. */
let items: FlatRoutine | undefined;
let told: Told;
let timer: number | undefined;
/** It is not on the screen yet. */
let fresh = false;
let over: () => void;

/** A part that asks and begins so; `ended` is told when nothing more will be asked. */
export function asking<Begin>(begin: Begin, ended: () => void): Asking<Begin> {
  over = ended;
  return { begin, leave, draw, viewName };
}

/** Nothing is asked any more: what was told is sent, and what was before is shown. */
export function close(): void {
  clearTimeout(timer as number);
  items = state.asking = undefined;
  over();
  hold("");
  sendWaiting(false);
  refresh();
}

function lapse(): void {
  attempt(null, close, undefined);
}

function open(heard: Told): void {
  told = heard;
  fresh = true;
  clearTimeout(timer as number);
  timer = setTimeout(lapse, PATIENCE);
  refresh();
}

/**
 * Asks for one of some choices, by their keys in the language files with a space
 * between; without any, for a number of the scale. `more` stands below.
 */
export function ask(
  question: string,
  more: string,
  keys: string,
  heard: Told,
): void {
  title = question;
  detail = more;
  items = undefined;
  choices = [];
  const all = keys ? keys.split(" ") : [];
  for (let i = 0; i < all.length; i++) choices.push(words(all[i]!));
  open(heard);
}

/** Tells to get help; of one leg alone there is more time. */
export function tellStop(): void {
  ask(words("stop"), words("stop-detail"), "go-on", () => {
    ask(words("doctor"), words("doctor-detail"), "close", close);
  });
}

/** Asks for one of the exercises of a record; the answer is where its item begins. */
export function askWhich(of: FlatRoutine, heard: Told): void {
  title = words("ask-which");
  items = of;
  open(heard);
}

/** The view that the question needs. */
function viewName(): string {
  return items ? "today" : ASK;
}

/**
 * Draws the question, each in its view anew: so a watch lets go of what it needed for
 * the one before.
 */
function draw(): void {
  const of = items;
  const name = viewName();
  if (!fresh && view.currentView() === name) return;
  fresh = false;
  view.open(name);
  prepareView(false);
  if (!of) drawQuestion(title, detail, choices, answer);
  else {
    load(import("./ui/which-list"), (list) =>
      list.drawChoices(of, title, words("not-sure"), told),
    );
  }
}

function answer(number: number): void {
  // Below the last choice there is nothing.
  if (choices.length && number >= choices.length) return;
  told(number < NO_ANSWER ? number : -1);
}

/** A swipe is no answer. */
function leave(): void {
  told(-1);
}
