import { answerWithin } from "../host";
import type { PageDatabase } from "./page-database";

/** Which state a package goes on with. */
export interface StateOwner {
  /** Where it is kept; undefined where nothing can be kept for it. */
  readonly key: string | undefined;
  /** Another package that carries the same id and has a state; undefined when there is none. */
  readonly sameId: { readonly key: string; readonly name: string } | undefined;
}

const HASH_MS = 5000;

/**
 * Finds out which state a package has. An app's id is a text that anyone can write into a package:
 * a file from outside has a state of its own, until its user says that it is the same app as another.
 */
export class StateOwners {
  constructor(private readonly database: PageDatabase) {}

  /** The page's own package is trusted with the state of its id. */
  own(appId: string): StateOwner {
    return { key: ownKey(appId), sameId: undefined };
  }

  /** The state of a file that was given to the page. */
  async ofFile(
    appId: string,
    file: string,
    bytes: Uint8Array,
  ): Promise<StateOwner> {
    const hash = await hashOf(bytes);
    if (hash === undefined) return { key: undefined, sameId: undefined };
    const key = `file ${hash}`;
    const said = await this.database.get(sameKey(key));
    if (typeof said === "string") return { key: said, sameId: undefined };
    const sameId = await this.other(appId, key);
    await this.database.put(lastKey(appId), { key, name: file });
    return { key, sameId };
  }

  /** From now on a file goes on with the state of the other app of its id; its own one is deleted. */
  async join({ key, sameId }: StateOwner): Promise<StateOwner> {
    if (key === undefined || sameId === undefined) return { key, sameId };
    await this.database.put(sameKey(key), sameId.key);
    await this.database.delete(key);
    return { key: sameId.key, sameId: undefined };
  }

  /** The page's own app where it has a state, else the file that was opened last. */
  private async other(
    appId: string,
    key: string,
  ): Promise<StateOwner["sameId"]> {
    const own = ownKey(appId);
    if ((await this.database.get(own)) !== undefined) {
      return { key: own, name: "the app of this page" };
    }
    const last = await this.database.get(lastKey(appId));
    if (typeof last !== "object" || last === null) return undefined;
    const { key: other, name } = last as Record<string, unknown>;
    if (typeof other !== "string" || typeof name !== "string") return undefined;
    const kept = other !== key && (await this.database.get(other));
    return kept ? { key: other, name: `the app of ${name}` } : undefined;
  }
}

const ownKey = (appId: string) => `state ${appId}`;
const lastKey = (appId: string) => `last ${appId}`;
const sameKey = (key: string) => `same ${key}`;

/** Tells files apart; undefined on servers that browsers do not trust. */
async function hashOf(bytes: Uint8Array): Promise<string | undefined> {
  const digest = await answerWithin(HASH_MS, () =>
    crypto.subtle.digest("SHA-256", new Uint8Array(bytes)),
  );
  if (digest === undefined) return undefined;
  return Array.from(new Uint8Array(digest), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
}
