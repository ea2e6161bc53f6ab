// What a browser offers may be absent, refused at any moment, or never answer. Where the page can do
// without, it asks through these.

/** What a part of the browser gives; undefined where it is absent or refused. */
export function attempt<T>(use: () => T): T | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}

/** What a part of the browser answers; undefined where it is absent, refused, or silent for so long. */
export function answerWithin<T>(
  ms: number,
  ask: () => PromiseLike<T> | undefined,
): Promise<T | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), ms);
    const answered = (value: T | undefined) => {
      clearTimeout(timer);
      resolve(value);
    };
    const asked = attempt(ask);
    if (asked === undefined) answered(undefined);
    else asked.then(answered, () => answered(undefined));
  });
}

/** Asks something of the browser whose answer changes nothing. */
export function askFor(ask: () => PromiseLike<unknown> | undefined): void {
  attempt(ask)?.then(undefined, () => undefined);
}
