/** When the browser draws no frame for so long, as in a tab that is hidden meanwhile, it is not waited for. */
const NO_FRAME_MS = 1000;

/**
 * Calls back when what was just changed is on the page.
 * @param then gets the milliseconds for which that kept the page's thread busy, the browser's layout included
 */
export function whenShown(then: (busyMs: number) => void): void {
  const began = performance.now();
  next(() => {
    const made = performance.now() - began;
    if (document.hidden) return then(made);
    onFrame(() => {
      const frame = performance.now();
      next(() => then(made + performance.now() - frame));
    });
  });
}

/** Runs something after the work at hand; unlike timers also at once in a tab that is hidden. */
function next(run: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    run();
  };
  port2.postMessage(undefined);
}

/** Runs something once, before the next frame is drawn. */
function onFrame(run: () => void): void {
  const once = () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    run();
  };
  const frame = requestAnimationFrame(once);
  const timer = setTimeout(once, NO_FRAME_MS);
}
