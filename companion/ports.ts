import { KeyValueStore } from "../phone/key-value-store";

/** A file that came from the watch. */
export interface ReceivedFile {
  name: string;
  bytes: ArrayBuffer;
}

/** What the system offers the companion: only index.ts imports the SDK. */
export interface Ports {
  /** The store of the companion alone. */
  local: KeyValueStore;
  /** The store that the settings page uses too. */
  settings: KeyValueStore;
  /**
   * Hands a file to the system, which delivers it when it can, in place of a
   * file of this name that is not yet delivered. Settles when it is handed
   * over.
   */
  send(name: string, body: unknown): Promise<unknown>;
  /** Whether a file of this name has been handed over and not yet delivered. */
  pending(name: string): Promise<boolean>;
  /** Sends a message to the watch app; false when the app is not open. */
  sendMessage(body: unknown): boolean;
  /**
   * The value of CBOR bytes.
   * @throws When the bytes are not CBOR.
   */
  decode(bytes: ArrayBuffer): unknown;
  /** Calls `action` after so many ms; a further call replaces the one before. */
  debounce(ms: number, action: () => void): void;
  /** Ms since 1970. */
  now(): number;
  /** Minutes east of UTC. */
  offset(): number;
}
