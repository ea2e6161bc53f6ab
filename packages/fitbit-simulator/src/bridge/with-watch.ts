import { ConnectedWatch } from "./connected-watch";
import { WatchFailure } from "./failure";
import type { FoundWatch } from "./find-watches";

/** How often something is tried on a link that breaks. */
const ATTEMPTS = 2;

/**
 * Does something with a watch. Where the link breaks, it is opened anew and all is done once more,
 * so it has to be something that may be done twice.
 * @param find finds the watch; again for each attempt, since it may have been plugged in anew
 * @param retrying hears why there is another attempt
 * @throws WatchFailure
 */
export async function withWatch<T>(
  find: () => Promise<FoundWatch>,
  use: (watch: ConnectedWatch) => Promise<T>,
  retrying: (why: string) => void,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    let watch: ConnectedWatch | undefined;
    try {
      const bytes = await (await find()).open();
      watch = await ConnectedWatch.connect(bytes);
      return await use(watch);
    } catch (error) {
      const again = error instanceof WatchFailure && error.mayPass;
      if (!again || attempt === ATTEMPTS) throw error;
      retrying(error.message);
    } finally {
      await watch?.close();
    }
  }
}
