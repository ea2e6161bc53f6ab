import fc from "fast-check";
import { unpackRecord } from "../../../common/wire/record";
import { CompanionApp } from "../../../companion/companion-app";
import {
  decodeCbor,
  encodeCbor,
} from "../../../packages/fitbit-simulator/src/engine/vm/packed";
import { toCsv, toJson } from "../../../phone/history/export";
import { History } from "../../../phone/history/history";
import { readSummary } from "../../../phone/history/summary";
import { KeyValueStore } from "../../../phone/key-value-store";
import { bytesLike, textLike } from "../inputs";
import { anySettings, storage } from "./settings-values";
import { Target, target } from "./target";
import * as corpus from "../corpus";

const CHECK = corpus.packedChecks()[0];
const CHANGE = {
  ...{ rule: "D-6", exercise: "plank", from: 1, to: 2, at: 1790000000 },
  ...{ session: "tlq3xk-0abc", why: { points: 4 } },
};
const GATE = {
  ...{ exercise: "cobra", reason: "leg", since: 1789000000, offset: 60 },
  ...{ calm: 3, offered: true, trial: 0, trials: 0, closed: false },
};
/** A coach's state, as it is stored. */
const COACH = JSON.stringify({
  ...{ since: 1780000000, newest: { start: 1789900000, offset: 60 } },
  ...{ exercises: { plank: { step: 2, points: 3 } }, gates: [GATE] },
  ...{ log: [CHANGE, { ...CHANGE, waits: true }], ran: true },
  counted: { "side-plank": { from: 7, told: 9 } },
  ...{ seen: ["tlq3xk-0abc"], level: "full", unwritten: true },
});

/** What the phone has stored, each text changed in any way. */
function anyStored(): fc.Arbitrary<Record<string, string>> {
  const stored = storage({});
  const history = History.open(stored)!;
  for (const packed of corpus.packedRecords().slice(0, 2)) {
    const record = unpackRecord(packed);
    if (record.ok) history.add({ kind: "session", record: record.value });
  }
  stored.setItem(
    "routine",
    '{"revision":3,"content":"[1]","sent":true,"sentAt":5}',
  );
  stored.setItem(
    "link",
    '{"watch":{"revision":2,"waiting":1,"at":9},"since":1,"seen":2}',
  );
  stored.setItem(
    "refused",
    '{"count":2,"aside":[{"name":"x","why":"y","bytes":"00"}]}',
  );
  stored.setItem("coach", COACH);
  stored.setItem("coachSent", '{"serial":7,"content":"[1]","sent":true}');
  stored.setItem("c-2026-09", "\ntlq3xk-0abc " + JSON.stringify(CHECK));
  stored.setItem("plans", '[[2,[["plank",3,0,10]],[],[]]]');
  stored.setItem("p-2026-09", '\n2-0 [["plank",3,0,10]]');
  stored.setItem("d-2026-09", "\n" + JSON.stringify(CHANGE));
  const entries = [...stored.map.entries()];
  const texts = entries.map(([, value]) => value);
  const words = ['"', "\n", "null", '"counts":"', "[]", "1e308", "__proto__"];
  return fc
    .array(fc.tuple(fc.nat(entries.length - 1), textLike(texts, words)), {
      maxLength: 3,
    })
    .map((changes) => {
      const values: Record<string, string> = Object.fromEntries(entries);
      for (const [at, text] of changes) values[entries[at]![0]] = text;
      return values;
    });
}

/** A promise that calls back at once, so that what is thrown there is seen here. */
const IMMEDIATE = {
  then(done: (value: boolean) => void) {
    done(false);
    return IMMEDIATE;
  },
  catch: () => IMMEDIATE,
} as unknown as Promise<boolean>;

function companion(
  local: KeyValueStore,
  settings: KeyValueStore,
): CompanionApp {
  return new CompanionApp({
    local,
    settings,
    send: () => IMMEDIATE,
    pending: () => IMMEDIATE,
    sendMessage: () => true,
    decode: (bytes) => decodeCbor(new Uint8Array(bytes)),
    debounce: (_ms, action) => action(),
    now: () => 1_790_000_000_000,
    offset: () => 60,
  });
}

/** A file from the watch, and what the phone had stored before it came. */
interface Mail {
  stored: Record<string, string>;
  settings: Record<string, string>;
  name: string;
  bytes: Uint8Array;
}

function anyMail(): fc.Arbitrary<Mail> {
  const ids = ["s-", "m-", "c-"].map((kind) => kind + "tlq3xk-0abc");
  const names = [...ids, "watch", "routine", "x"];
  const bodies = [
    ...corpus.packedRecords(),
    ...corpus.packedChecks(),
    ...corpus.packedMessages(),
  ];
  return fc.record({
    stored: anyStored(),
    settings: anySettings(),
    name: textLike(names, names),
    bytes: bytesLike(bodies.map(encodeCbor)),
  });
}

/** Keeps the companion's log off the console. @throws Error when a mistake of the code was logged */
function withoutLog(action: () => void): void {
  const { error } = console;
  let said = "";
  console.error = (line) => (said += String(line));
  try {
    action();
  } finally {
    console.error = error;
  }
  if (/TypeError|RangeError|ReferenceError|SyntaxError/.test(said)) {
    throw new Error(said);
  }
}

/** What the phone stored, and what its companion gets. */
export const PHONE_TARGETS: readonly Target[] = [
  target("phone's storage", anyStored, (values) => {
    const history = History.open(storage(values));
    if (!history) return false;
    const entries = history.entries();
    toCsv(entries);
    toJson(entries);
    readSummary(values["totals"]);
    return entries.length > 0;
  }),
  target("companion", anyMail, ({ stored, settings, name, bytes }) => {
    const local = storage(stored);
    withoutLog(() => {
      const phone = companion(local, storage(settings));
      phone.start(false);
      phone.receive({ name, bytes: Uint8Array.from(bytes).buffer });
      phone.inboxEmpty();
    });
    return local.getItem("refused") === stored["refused"];
  }),
];
