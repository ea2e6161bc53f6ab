import fc from "fast-check";
import { readRoutine } from "../../../common/read-routine";
import { packRoutine, unpackRoutine } from "../../../common/wire/routine";
import { crc32, BitReader } from "../../../phone/routine-code/bits";
import { readCode, routineCode } from "../../../phone/routine-code/code";
import { readSettings } from "../../../phone/settings/settings";
import { replaceRoutine, routineValues } from "../../../phone/settings/writer";
import { parsePhoneOptions } from "../../../tools/phone/options";
import { ArgumentError } from "fitbit-simulator/run";
import { sessionOptions } from "../../../tools/session/options";
import { bytesLike, textLike, valueLike } from "../inputs";
import { anySettings, storage } from "./settings-values";
import { Target, target, accepts, checkedResult } from "./target";
import * as corpus from "../corpus";

const DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A code around any bytes, its checksum right: it gets past the first guard. */
function sealed(bytes: readonly number[]): string {
  const crc = crc32(bytes);
  const all = [...bytes, crc >>> 24, crc >>> 16, crc >>> 8, crc].map(
    (byte) => byte & 255,
  );
  const bits = new BitReader(all);
  let text = "RC1";
  for (let left = all.length * 8; left > 0; left -= 5) {
    text += DIGITS.charAt(bits.take(5));
  }
  return text;
}

function anyCode(): fc.Arbitrary<string> {
  const codes = corpus.routines().slice(0, 12).map(routineCode);
  const bytes = codes.map((code) =>
    Uint8Array.from(code, (digit) => DIGITS.indexOf(digit) * 8),
  );
  return fc.oneof(
    textLike(codes, ["RC1", "RC2", "rc1 ", "O", "l", "U", "\u200b"]),
    bytesLike(bytes).map((body) => sealed([...body.subarray(0, 2000)])),
  );
}

export const JSON_WORDS = [
  '"items":',
  '"exercise":"custom"',
  "null",
  "1e999",
  "[",
  "{",
];

function anyRoutineFile(): fc.Arbitrary<unknown> {
  const files = corpus.routines();
  return fc.oneof(
    valueLike(files),
    textLike(
      files.slice(0, 8).map((routine) => JSON.stringify(routine)),
      JSON_WORDS,
    ).map(parsed),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function anyArguments(): fc.Arbitrary<string[]> {
  const words = [
    "--seed",
    "1",
    "--jitter=5",
    "--display",
    "auto",
    "--do",
    "1:tap:start",
    "3:clock:+60",
    "9:set:hold=2",
    "--speed",
    "max",
    "--until",
    "90",
    "--format",
    "text",
    "--state",
    "dir",
    "--export",
    "csv",
    "--import",
    "RC1",
    "--routine-code",
    "--",
    "--help",
    "-x",
  ];
  return fc.array(textLike(words, words), { maxLength: 8 });
}

/** What people choose, paste and type. */
export const SETTINGS_TARGETS: readonly Target[] = [
  target("settings", anySettings, (values) => {
    const settings = storage(values);
    const { routine, empty, notes } = readSettings((key) =>
      settings.getItem(key),
    );
    if (!empty && !unpackRoutine(packRoutine(routine)).ok) {
      throw new Error("settings made a routine that no watch takes");
    }
    return notes.length === 0;
  }),
  target("routine code", anyCode, (text) => {
    const read = readCode(text);
    if (read.ok) {
      replaceRoutine(storage({}), routineValues(read.value));
      if (!readCode(routineCode(read.value)).ok) throw new Error("no way back");
    }
    return checkedResult(read);
  }),
  target("routine file", anyRoutineFile, (value) =>
    checkedResult(readRoutine(value)),
  ),
  target("arguments", anyArguments, (args) => {
    const session = accepts(ArgumentError, () => sessionOptions(args));
    return accepts(ArgumentError, () => parsePhoneOptions(args)) || session;
  }),
];
