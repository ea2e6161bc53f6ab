import type { LoneCheck } from "../../common/wire/coach";
import { allChanges } from "../../phone/history/changes";
import { checksSince } from "../../phone/history/checks";
import type { Change } from "../../phone/coach/state";
import { storeOf } from "../../tools/phone/memory-store";
import type { LoneTruth } from "./asking";
import type { Life } from "./life";
import type { SessionTruth } from "./session-truth";
import { keyOf } from "./shut-exercises";

/** The decision that ends in the words to get help. */
const STOP = 3;
/** Most raises within so many seconds. */
const RAISES = 2;
const RAISES_WITHIN = 7 * 86400;
/** Good sessions that a raise takes at least. */
const GOOD_SESSIONS = 2;

function isOf(
  check: LoneCheck,
  { at, back, leg, decision }: LoneTruth["check"],
) {
  return (
    check.at === at &&
    check.back === back &&
    check.leg === leg &&
    check.decision === decision
  );
}

function store(life: Life) {
  return storeOf({ ...life.world.phone.localStorage.entries() });
}

/** What the phone that is there has of checks that no session followed. */
export function checksOf(life: Life): LoneCheck[] {
  return checksSince(store(life), 0);
}

/** The phone that is there forgets what it has: these checks went with it. */
export function loseChecks(life: Life): void {
  const there = checksOf(life);
  life.asking.lose((told) => there.some((check) => isOf(check, told)));
}

/**
 * Every check that no session followed is on a phone, once on each, and as it was told.
 * @throws Violation
 */
export function checkLone(
  life: Life,
  phones: ReadonlyArray<LoneCheck[]>,
): void {
  for (const { check, mayBeMissing } of life.asking.lone) {
    let there = false;
    for (const checks of phones) {
      const at = checks.findIndex((one) => isOf(one, check));
      if (at >= 0) checks.splice(at, 1);
      there ||= at >= 0;
    }
    if (!there && !mayBeMissing)
      life.fail(`what was told is on no phone: ${JSON.stringify(check)}`);
  }
  // What was told of a numb leg is not asked again, and stops each start for a while.
  const again = ({ leg, decision }: LoneCheck) =>
    decision === STOP &&
    life.asking.lone.some(({ check }) => check.leg === leg);
  const extra = phones.flat().find((check) => !again(check));
  if (extra) life.fail(`nobody told this: ${JSON.stringify(extra)}`);
}

/** Whether the runner could earn a raise of an exercise in this session. */
function earns({ told, routine }: SessionTruth, exercise: string): boolean {
  return told.isGood && routine.items.some((item) => keyOf(item) === exercise);
}

/** A dose that the coach itself moved. */
function isDose({ rule, gate, from, to }: Change): boolean {
  return rule.startsWith("D-") && rule !== "D-B" && !gate && from !== to;
}

/** Why a raise must not have been; undefined when it may. */
function raiseFault(
  life: Life,
  raise: Change,
  changes: ReadonlyArray<Change>,
): string | undefined {
  const { exercise, at, session } = raise;
  const truth = life.sessions.find(({ id }) => id !== "" && id === session);
  if (truth?.told.isSure && truth.told.isPainful)
    return "it came after a session that hurt";
  const last = changes
    .filter(
      (one) => one.exercise === exercise && one.from !== one.to && one.at < at,
    )
    .reduce((newest, one) => Math.max(newest, one.at), 0);
  const good = life.sessions.filter(
    (one) => one.start > last && one.start <= at && earns(one, exercise),
  );
  return good.length < GOOD_SESSIONS
    ? `only ${good.length} good sessions came before it`
    : undefined;
}

/**
 * What the coach of the phone that is there changed: one dose a session, two raises
 * in seven days, and none that was not earned.
 * @throws Violation
 */
export function checkDoses(life: Life): void {
  const changes = allChanges(store(life));
  const doses = changes.filter(isDose);
  for (const { session } of doses) {
    const same = doses.filter((one) => one.session === session);
    if (session && same.length > 1)
      life.fail(`${session} changed two doses: ${JSON.stringify(same)}`);
  }
  const raises = doses.filter(({ rule }) => rule === "D-6");
  for (const raise of raises) {
    const near = raises.filter(
      ({ at }) => at <= raise.at && raise.at - at < RAISES_WITHIN,
    );
    if (near.length > RAISES)
      life.fail(`more raises in a week: ${JSON.stringify(near)}`);
    const wrong = raiseFault(life, raise, changes);
    if (wrong) life.fail(`${JSON.stringify(raise)}: ${wrong}`);
    life.count("dose raised");
  }
}
