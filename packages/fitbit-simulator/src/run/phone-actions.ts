import type { Json, World } from "../engine";
import type { ActionTable } from "./action";
import { tried } from "./tried";

function keyAndValue(text: string): [key: string, value: string] {
  const at = text.indexOf("=");
  return [text.slice(0, at), text.slice(at + 1)];
}

function set({ phone }: World, text: string): void {
  const [key, value] = keyAndValue(text);
  phone.settingsStorage.set(key, value, "settings");
}

/** Uses a widget of the open settings page. */
function use({ phone }: World, text: string): string | void {
  const [key, value] = keyAndValue(text);
  let input: Json = value;
  try {
    input = JSON.parse(value) as Json;
  } catch {
    // Plain text.
  }
  return tried(() => phone.settings.use(key, input));
}

/** What happens to the phone, its link to the watch and its settings page. */
export const PHONE_ACTIONS: ActionTable = {
  "phone-away": { act: ({ link }) => link.away() },
  "phone-back": { act: ({ link }) => link.back() },
  "phone-kill": { act: ({ faults }) => faults.companion.kill() },
  "phone-launch": { act: ({ phone }) => phone.launch() },
  set: {
    form: "KEY=VALUE",
    pattern: /^[^=]+=/,
    needs: "set:KEY=VALUE",
    act: set,
  },
  "page-open": { act: ({ phone }) => phone.settings.open() },
  "page-use": {
    form: "KEY=VALUE",
    pattern: /^[^=]+=/,
    needs: "page-use:KEY=VALUE, the value as JSON or plain text",
    act: use,
  },
  "page-press": {
    form: "LABEL",
    pattern: /./s,
    needs: "the label of a button: page-press:LABEL",
    act: ({ phone }, label) => tried(() => phone.settings.press(label)),
  },
  "page-close": { act: ({ phone }) => phone.settings.close() },
};
