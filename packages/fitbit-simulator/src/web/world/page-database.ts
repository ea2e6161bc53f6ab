import { answerWithin, attempt } from "../host";

/** Keeps values between visits, by key. Nothing here ever fails: what goes wrong is told by {@link Trouble}. */
export interface PageDatabase {
  /** Makes this the only one that writes; another one finds out when it tries to. */
  claim(): Promise<void>;
  get(key: string): Promise<unknown>;
  put(key: string, value: unknown): Promise<void>;
  delete(key: string): Promise<void>;
}

/**
 * The browser refuses its database or does not answer; there is no room; or another tab has claimed
 * the database, and nothing is written here any more.
 */
export type Trouble = "refused" | "full" | "taken";

const NAME = "simulator";
const TABLE = "kept";
/** Who writes: changed and checked in the same transactions as everything else. */
const WRITER = "writer";
/** A database that has not answered by then never will. */
const PATIENCE_MS = 5000;

/**
 * The browser's database. Where it is not allowed (private windows, policies) nothing is saved, and
 * nothing else is different.
 */
export function browserDatabase(
  trouble: (trouble: Trouble) => void,
): PageDatabase {
  const me = `${Date.now()} ${Math.random()}`;
  let opening: Promise<IDBDatabase | undefined> | undefined;
  const refused = () => {
    opening = Promise.resolve(undefined);
    trouble("refused");
  };
  const database = () => {
    opening ??= answerWithin(PATIENCE_MS, openDatabase).then((db) => {
      if (db === undefined) refused();
      // Someone has cleared what this browser keeps.
      else db.onclose = refused;
      return db;
    });
    return opening;
  };

  const get = async (key: string): Promise<unknown> => {
    const db = await database();
    if (db === undefined) return undefined;
    const answer = await answerWithin(PATIENCE_MS, () => read(db, key));
    if (answer === undefined) refused();
    return answer?.value;
  };
  const write = async (
    act: (table: IDBObjectStore, writer: unknown) => boolean,
  ): Promise<void> => {
    const db = await database();
    if (db === undefined) return;
    const end = await answerWithin(PATIENCE_MS, () => change(db, act));
    if (end === undefined) refused();
    else if (end !== "done") trouble(end);
  };
  return {
    claim: () =>
      write((table) => {
        table.put(me, WRITER);
        return true;
      }),
    get,
    put: (key, value) =>
      write((table, writer) => {
        if (writer === me) table.put(value, key);
        return writer === me;
      }),
    delete: (key) =>
      write((table, writer) => {
        if (writer === me) table.delete(key);
        return writer === me;
      }),
  };
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(NAME, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(TABLE);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(new Error("refused"));
  });
}

/** A value as it is stored. */
function read(db: IDBDatabase, key: string): Promise<{ value: unknown }> {
  return new Promise((resolve, reject) => {
    const table = db.transaction(TABLE, "readonly").objectStore(TABLE);
    const asked: IDBRequest<unknown> = table.get(key);
    asked.onsuccess = () => resolve({ value: asked.result });
    asked.onerror = () => reject(new Error("refused"));
  });
}

/**
 * Changes the table in one transaction, all of it or nothing.
 * @param act is given who writes; gives false when that is another one
 */
function change(
  db: IDBDatabase,
  act: (table: IDBObjectStore, writer: unknown) => boolean,
): Promise<"done" | "full" | "taken"> {
  return new Promise((resolve, reject) => {
    const transaction = db.transaction(TABLE, "readwrite");
    const table = transaction.objectStore(TABLE);
    const writer: IDBRequest<unknown> = table.get(WRITER);
    let taken = false;
    writer.onsuccess = () => {
      // An error in here would be one of the page.
      const written = attempt(() => act(table, writer.result));
      taken = written === false;
      if (written !== true) transaction.abort();
    };
    transaction.oncomplete = () => resolve("done");
    transaction.onabort = () => {
      const full = transaction.error?.name === "QuotaExceededError";
      if (taken) resolve("taken");
      else if (full) resolve("full");
      else reject(new Error("refused"));
    };
  });
}
