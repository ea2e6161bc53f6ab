import type { ArrivedFile } from "../link/inbox";
import type { Calendars } from "./calendars";
import type { LaunchReasons } from "./companion";
import type { SettingsPage } from "./settings-page";
import type { PhoneStorage } from "./storage";
import type { WebAnswers } from "./web-answers";

/** The phone as its owner uses it and sees it. */
export interface Phone {
  /** Whether the package has a companion. */
  readonly hasCompanion: boolean;
  /** Whether the package has a settings page. */
  readonly hasSettings: boolean;
  /** Whether the companion runs. */
  readonly running: boolean;
  /** The settings page, open or closed. */
  readonly settings: SettingsPage;
  /** What companion and settings page share. */
  readonly settingsStorage: PhoneStorage;
  /** What the companion alone keeps. */
  readonly localStorage: PhoneStorage;
  /** Files from the watch that the companion has not taken yet, in order. */
  readonly inbox: readonly ArrivedFile[];
  /** Every file that arrived, in order; of very many the latest. */
  readonly received: readonly ArrivedFile[];
  /** What the web answers the companion; nothing until it is set. */
  readonly web: WebAnswers;
  /** What the companion finds in the owner's calendars; nothing until it is set. */
  readonly calendars: Calendars;
  /** Starts the companion, if there is one and it does not run. */
  launch(reasons?: LaunchReasons): void;
}
