import { KeyValueStore } from "../phone/key-value-store";

/** A file that came from the watch. */
export interface Received {
  name: string;
  bytes: ArrayBuffer;
}

/** What the phone offers, so that nothing but index.ts knows the SDK. */
export interface Ports {
  /** Seen by the companion alone. */
  local: KeyValueStore;
  /** Shared with the settings page. */
  settings: KeyValueStore;
  /** Hands a file to the system, which takes it to the watch in its time. */
  send(name: string, body: unknown): Promise<unknown>;
  /** True while a file of this name has not reached the watch. */
  pending(name: string): Promise<boolean>;
  /** Says something to the open watch app; false when it is not open. */
  say(body: unknown): boolean;
  /** The value of CBOR bytes; throws on anything else. */
  decode(bytes: ArrayBuffer): unknown;
  /** Calls back after ms; a further call replaces the one before. */
  settleAfter(ms: number, action: () => void): void;
  /** Ms since 1970, and minutes east of UTC. */
  now(): number;
  offset(): number;
}
