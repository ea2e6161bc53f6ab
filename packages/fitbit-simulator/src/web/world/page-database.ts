/** Keeps values between visits, by key. */
export interface PageDatabase {
  get(key: string): Promise<unknown>;
  put(key: string, value: unknown): Promise<void>;
  delete(key: string): Promise<void>;
}

const NAME = "simulator";
const TABLE = "kept";

/**
 * The browser's database. Where it is not allowed (private windows, full disks) nothing is saved,
 * and nothing else is different.
 */
export function browserDatabase(): PageDatabase {
  let opening: Promise<IDBDatabase | undefined> | undefined;
  const database = () => (opening ??= openDatabase());
  const ask = async <T>(
    mode: IDBTransactionMode,
    request: (table: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T | undefined> => {
    const db = await database();
    if (db === undefined) return undefined;
    return new Promise((resolve) => {
      try {
        const asked = request(db.transaction(TABLE, mode).objectStore(TABLE));
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => resolve(undefined);
      } catch {
        resolve(undefined);
      }
    });
  };
  return {
    get: (key) => ask("readonly", (table) => table.get(key) as IDBRequest),
    put: async (key, value) => {
      await ask("readwrite", (table) => table.put(value, key));
    },
    delete: async (key) => {
      await ask("readwrite", (table) => table.delete(key));
    },
  };
}

function openDatabase(): Promise<IDBDatabase | undefined> {
  return new Promise((resolve) => {
    try {
      const opening = indexedDB.open(NAME, 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore(TABLE);
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => resolve(undefined);
      opening.onblocked = () => resolve(undefined);
    } catch {
      resolve(undefined);
    }
  });
}
