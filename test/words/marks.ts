/** One message; a value of it may be a message itself, which is taken first. */
const MARK = /\{([a-z0-9-]+)\|([^{|}]*)\|([^{}]*)\}/g;

/** The keys of the messages in what a screen says. */
export function keysIn(text: string): string[] {
  const keys: string[] = [];
  filled(text, (key) => {
    keys.push(key);
    return "";
  });
  return keys;
}

/** What a screen says, with the messages of a language in their places. */
export function inWords(
  text: string,
  messages: ReadonlyMap<string, string>,
): string {
  return filled(text, (key) => messages.get(key)!);
}

/** The text with what `say` has for each key, the inner messages first. */
function filled(text: string, say: (key: string) => string): string {
  const said = text.replace(MARK, (_, key: string, one: string, two: string) =>
    say(key).replace("%1", one).replace("%2", two),
  );
  return said === text ? text : filled(said, say);
}
