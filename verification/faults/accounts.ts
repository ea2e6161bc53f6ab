import { ExpectedPulses } from "./expected-pulses";
import { Command, Cue } from "./names";
import { SessionModel } from "./session-model";

/** Most accounts of one session that are kept. */
export const MOST_ACCOUNTS = 500;

/** One way in which a session can have gone, that agrees with all that was seen and felt. */
export interface Account {
  model: SessionModel;
  pulses: ExpectedPulses;
  /** When the runner's newest command left it paused, in ms. */
  pausedAt: number;
}

/** Ms from a pause to the first time it is told again, and from one to the next. */
const REMINDED = 30000;
const REMINDED_EVERY = 60000;
/** The last of them is over by then. */
const REMINDED_UNTIL = 331000;
/** Ms from the first of its two pulses to the second. */
export const TWO_PULSES = 300;

/** True for the first pulse that tells a pause again; its time counts where all is exact. */
export function isReminder(
  { model, pausedAt }: Account,
  pattern: string,
  at: number,
  inexact: boolean,
): boolean {
  if (model.status !== "paused" || pattern !== "nudge" || model.quiet)
    return false;
  const passed = at - pausedAt;
  const timely = (passed - REMINDED) % REMINDED_EVERY === 0;
  return inexact || (timely && passed < REMINDED_UNTIL);
}

/** An account in the same state that goes on by itself. */
export function copyOf({ model, pulses, pausedAt }: Account): Account {
  return { model: model.copy(), pulses: pulses.copy(), pausedAt };
}

/** One tick goes by at `now` ms; nobody needs to feel what is due if `optional`. */
export function tickAccount(
  { model, pulses }: Account,
  now: number,
  optional: boolean,
): void {
  model.tick();
  pulses.add(model.cues, now, optional);
}

/** The runner's tap asked for a command at `now` ms; what is refused changes nothing. */
export function command(
  account: Account,
  asked: Command,
  now: number,
  optional: boolean,
): void {
  const { model, pulses } = account;
  if (!model.command(asked)) return;
  account.pausedAt = now;
  if (asked === "end") pulses.makeOptional();
  pulses.add(model.cues, now, optional);
}

/** Those that a watch offers to continue, and those that are over or did not begin. */
export function openAndClosed(
  accounts: Account[],
): [open: Account[], closed: Account[]] {
  const open = accounts.filter(({ model }) => model.open);
  return [open, accounts.filter((account) => !open.includes(account))];
}

/** Without those that go on like another one, and not too many of them. */
export function distinct(accounts: Account[]): Account[] {
  const byState = new Map<string, Account>();
  for (const account of accounts) {
    const { state } = account.model;
    if (!byState.has(state)) byState.set(state, account);
  }
  const [open, closed] = openAndClosed([...byState.values()]);
  return [...spread(open), ...spread(closed)];
}

/** At most `MOST_ACCOUNTS` of them, evenly from the first to the last. */
function spread(accounts: Account[]): Account[] {
  const every = Math.ceil(accounts.length / MOST_ACCOUNTS);
  return accounts.filter((_, i) => i % every === 0);
}

/** True for a cue that only comes with work. */
export function isWorkCue(cue: Cue): boolean {
  return ["go", "lift", "lower", "last", "halfway", "ending"].includes(cue);
}
