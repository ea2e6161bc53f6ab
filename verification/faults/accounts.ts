import { ExpectedPulses } from "./expected-pulses";
import { Command, Cue } from "./names";
import { SessionModel } from "./session-model";

/** Most accounts of one session that are kept. */
export const MOST_ACCOUNTS = 500;

/** One way in which a session can have gone, that agrees with all that was seen and felt. */
export interface Account {
  model: SessionModel;
  pulses: ExpectedPulses;
}

/** An account in the same state that goes on by itself. */
export function copyOf({ model, pulses }: Account): Account {
  return { model: model.copy(), pulses: pulses.copy() };
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
  { model, pulses }: Account,
  asked: Command,
  now: number,
  optional: boolean,
): void {
  if (!model.command(asked)) return;
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
