import { restingBody } from "../../src/engine/watch/body";
import { stateText } from "../../src/run/state/state-text";
import { NO_STATE, type StoredState } from "../../src/run/state/stored-state";
import type { SavedState } from "../../src/web/world/saved-state";
import { readStateFile, writeStateFile } from "../../src/web/world/state-file";

const bytes = (...values: number[]) => new Uint8Array(values);

/** What the page has before a file is opened. */
const HERE: SavedState = {
  version: 1,
  watch: { files: new Map([["a", bytes(1)]]), queue: [], inbox: [] },
  phone: { settings: { a: "1" }, local: { b: "2" }, queue: [], inbox: [] },
  wallMs: 5000,
  near: false,
  body: { ...restingBody(), battery: 33 },
  setup: { target: "hera", locale: "de-DE", refused: ["access_exercise"] },
};

/** What the commands have in a folder. */
const FOLDER: StoredState = {
  app: { id: "x", name: "Core" },
  wallMs: 9000,
  phone: { settings: { key: "of the folder" }, local: { 1: "session" } },
  watchFiles: new Map([["journal", bytes(0, 255)]]),
  queue: [
    { to: "watch", name: "routine", data: bytes(2) },
    { to: "phone", name: "record", data: bytes(3) },
  ],
  inbox: [
    { to: "watch", name: "old", data: bytes(4) },
    { to: "phone", name: "new", data: bytes(5) },
  ],
};

const ofFolder = (state: StoredState, appId = "x") =>
  readStateFile(stateText(state), appId, HERE);

test("what the page has saved is read as it was", () => {
  const { saved, ofFolder: copied } = readStateFile(
    writeStateFile(HERE, "x"),
    "x",
    { ...HERE, near: true },
  );
  expect([saved, copied]).toEqual([HERE, false]);
});

test("a folder's phone, watch and files on their way are read; wearer and setup stay", () => {
  const { saved, ofFolder: copied } = ofFolder(FOLDER);
  expect(copied).toBe(true);
  expect(saved).toEqual({
    ...HERE,
    wallMs: 9000,
    watch: {
      files: FOLDER.watchFiles,
      queue: [FOLDER.queue[1]],
      inbox: [FOLDER.inbox[0]],
    },
    phone: {
      ...FOLDER.phone,
      queue: [FOLDER.queue[0]],
      inbox: [FOLDER.inbox[1]],
    },
  });
});

test("a folder in which nothing has run yet, and one of an earlier time, are read", () => {
  const { saved } = ofFolder({ ...NO_STATE, wallMs: 1000 });
  expect(saved.phone).toEqual({
    ...{ settings: {}, local: {}, queue: [], inbox: [] },
  });
  expect(saved.wallMs).toBe(5000);
});

test.each([
  ["of another app", stateText(FOLDER), "it is of another app, Core"],
  [
    "of a newer version",
    stateText(FOLDER).replace('"version": 1', '"version": 2'),
    "it is of version 2; allowed: 1",
  ],
  [
    "damaged in one part",
    stateText({ ...FOLDER, app: undefined }).replace('"AP8="', '"?"'),
    "the file journal is not base64",
  ],
  [
    "of a time that no date can hold",
    stateText({ ...FOLDER, app: undefined, wallMs: 9e15 }),
    "wallMs is not a number from 0 to 4294967295000",
  ],
  ["something else", "{}", "it is neither a state that this page has saved"],
])("a file that is %s is refused", (_, text, why) => {
  expect(() => readStateFile(text, "y", HERE)).toThrow(why);
});
