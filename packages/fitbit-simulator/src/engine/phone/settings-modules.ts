import { asText, type Operations, type WorldContext } from "../context";
import { preferenceOperations } from "./preferences";
import { guestFilesOf, operationsOf, type SdkModule } from "../sdk-module";
import { guestProgram } from "../vm/guest-program";
import type { PhoneStorage } from "./storage";
import { storeOperations } from "./store-operations";

/** What the operations of the settings page work on. */
export interface SettingsOpening {
  readonly store: PhoneStorage;
  readonly world: Pick<WorldContext, "locale" | "clockDisplay">;
}

/** Everything a settings page can use. A new module is added here; the README's table names it too. */
const modules: readonly SdkModule<SettingsOpening>[] = [
  {
    guest: [
      "phone/guest/storage.js",
      "phone/guest/components.js",
      "phone/guest/settings-page.js",
    ],
    operations: ({ store }) => storeOperations({ settings: store }, "settings"),
  },
  {
    guest: ["phone/guest/user-settings.js", "phone/guest/time-text.js"],
    operations: ({ world }) => ({
      ...preferenceOperations(world),
      permission: (name) => asText(name) === "",
    }),
  },
  { guest: ["phone/guest/fetch.js"] },
  { guest: ["phone/guest/base64.js"] },
];

/** The guest's part of the settings page. */
export const settingsGuest = guestProgram(guestFilesOf(modules));

/** The operations of everything a settings page can use, for one opening of it. */
export function settingsOperations(opening: SettingsOpening): Operations {
  return operationsOf(modules, opening);
}
