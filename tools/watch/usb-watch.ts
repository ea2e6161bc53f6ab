import {
  type ConnectedWatch,
  type FoundWatch,
  type WatchApp,
  withChange,
  withWatch,
} from "fitbit-simulator/bridge";
import { ArgumentError } from "fitbit-simulator/run";
import type { BundleFiles } from "./inbox";
import type { ListeningWatch } from "./sync";

/** So long after the last line a watch has no more to say. */
const QUIET_MS = 15_000;

/** A watch on USB that takes our app with an inbox. */
export class UsbWatch implements ListeningWatch {
  constructor(
    private readonly app: WatchApp,
    private readonly find: () => Promise<FoundWatch[]>,
    private readonly note: (line: string) => void,
  ) {}

  take(
    change: (files: BundleFiles) => BundleFiles,
    hear: (line: string) => boolean,
  ): Promise<void> {
    const app = withChange(this.app, change);
    return withWatch(
      async () => {
        const [watch, more] = await this.find();
        if (!more) return watch!;
        throw new ArgumentError("there is more than one watch: plug in one");
      },
      (watch) => this.exchange(watch, app, hear),
      (why) => this.note(`${why}; once more`),
    );
  }

  private async exchange(
    watch: ConnectedWatch,
    app: WatchApp,
    hear: (line: string) => boolean,
  ): Promise<void> {
    let over!: () => void;
    const quiet = new Promise<void>((resolve) => (over = resolve));
    let timer: NodeJS.Timeout | undefined;
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(over, QUIET_MS);
    };
    const stop = watch.log(({ text, uuid }) => {
      if (uuid !== undefined && uuid !== app.uuid) return;
      wait();
      if (hear(text)) over();
    });
    try {
      await watch.install(app);
      await watch.launch(app.uuid);
      this.note(`${watch.name}: listening`);
      wait();
      await Promise.race([quiet, watch.gone]);
    } finally {
      clearTimeout(timer);
      stop();
    }
  }
}
