import { AfterRun } from "../coach/after-run";
import { CoachMode } from "../coach/choices";
import {
  AFTER_RUNS,
  AFTER_RUN_KEY,
  BEYOND_KEY,
  COACH_KEY,
  COACH_MODES,
  QUESTIONS,
  QUESTIONS_KEY,
} from "./coach-keys";
import { HealthAnswers } from "./health";
import { Reader } from "./reader";

/** What the settings say of the coach. */
export interface CoachSettings {
  mode: CoachMode;
  /** What is asked: 2 all, 1 the back alone, 0 nothing. */
  questions: 0 | 1 | 2;
  beyond: boolean;
  afterRun: AfterRun;
  eases: boolean;
  heart: boolean;
}

/** Reads them; health answers were read before. */
export function coachFrom(
  reader: Reader,
  { has, agreed, eases }: HealthAnswers,
): CoachSettings {
  const questions = reader.option(QUESTIONS_KEY, QUESTIONS, "2");
  return {
    mode: reader.option(COACH_KEY, COACH_MODES, "suggest"),
    questions: Number(questions) as CoachSettings["questions"],
    beyond: reader.toggle(BEYOND_KEY, false),
    afterRun: reader.option(AFTER_RUN_KEY, AFTER_RUNS, "auto"),
    eases,
    heart: has.indexOf("heart") >= 0 && !agreed,
  };
}
