import { CompanionApp } from "./companion-app";

/** A file of the inbox, whose bytes are not read yet. */
interface InboxFile {
  readonly name: string;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/**
 * A function that takes every file from the inbox, one after another, and gives
 * it to the companion. Called while that goes on, it looks once more at the
 * end. A file whose bytes cannot be read is passed over: the watch sends it
 * again. `pop` takes the next file; undefined when there is none.
 */
export function inboxReader(
  pop: () => Promise<InboxFile | undefined>,
  companion: CompanionApp,
): () => void {
  let busy = false;
  let again = false;
  const readAll = async (): Promise<void> => {
    let file: InboxFile | undefined;
    while ((file = await pop())) {
      const { name } = file;
      const bytes = await file.arrayBuffer().catch(() => undefined);
      if (bytes) companion.receive({ name, bytes });
    }
    companion.inboxEmpty();
  };
  const start = (): void => {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    const end = (): void => {
      busy = false;
      if (again) {
        again = false;
        start();
      }
    };
    readAll().then(end, end);
  };
  return start;
}
