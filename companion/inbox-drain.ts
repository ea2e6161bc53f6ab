import { Phone } from "./phone";

/** A file of the inbox, not yet read. */
interface Item {
  readonly name: string;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/**
 * Takes every file of an inbox, one after another; a call while that goes on
 * makes it look once more. A file that cannot be read is left behind: the
 * watch sends it again.
 */
export function drainer(
  pop: () => Promise<Item | undefined>,
  phone: Phone,
): () => void {
  let busy = false;
  let more = false;
  const drain = async (): Promise<void> => {
    let item: Item | undefined;
    while ((item = await pop())) {
      const { name } = item;
      const bytes = await item.arrayBuffer().catch(() => undefined);
      if (bytes) phone.take({ name, bytes });
    }
    phone.taken();
  };
  const start = (): void => {
    if (busy) {
      more = true;
      return;
    }
    busy = true;
    const end = (): void => {
      busy = false;
      if (more) {
        more = false;
        start();
      }
    };
    drain().then(end, end);
  };
  return start;
}
