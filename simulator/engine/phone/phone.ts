import type { LinkEnd } from "../link/link";

/** The phone: what has arrived there. */
export class Phone {
  /** Files from the watch, in order of arrival, that nothing has taken yet. */
  readonly inbox: { readonly name: string; readonly data: Uint8Array }[] = [];

  readonly end: LinkEnd = {
    running: false,
    receive: ({ name, data }) => this.inbox.push({ name, data }),
    transferChanged: () => undefined,
    peer: () => undefined,
  };
}
