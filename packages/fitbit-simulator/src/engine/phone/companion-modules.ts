import { asBytes, asText, lasting, type Operations } from "../context";
import type { Outbox } from "../link/outbox";
import { peerOperations } from "../link/peer-operations";
import type { Program } from "../program";
import { guestFilesOf, operationsOf, type SdkModule } from "../sdk-module";
import { guestProgram } from "../vm/guest-program";
import type { CompanionSetup } from "./companion";
import { companionOperations } from "./companion-operations";
import { preferenceOperations } from "./preferences";
import { PhoneStorage } from "./storage";
import { storeOperations } from "./store-operations";

/** What the operations of the companion work on: one launch of it. */
export interface CompanionLaunch {
  readonly phone: CompanionSetup;
  readonly program: Program;
  readonly outbox: Outbox;
}

/** Every SDK module of the companion. A new one is added here; the README's table names it too. */
const modules: readonly SdkModule<CompanionLaunch>[] = [
  {
    guest: ["vm/guest/geolocation.js"],
    operations: ({ phone }) => ({
      "location.get": () =>
        phone.granted("access_location")
          ? JSON.stringify(phone.place())
          : undefined,
    }),
  },
  {
    guest: ["phone/guest/companion.js"],
    operations: ({ phone, program }) => companionOperations(phone, program),
  },
  {
    guest: [
      "phone/guest/storage.js",
      "phone/guest/settings.js",
      "phone/guest/local-storage.js",
    ],
    operations: ({ phone: { settingsStorage, localStorage } }) =>
      storeOperations(
        {
          settings: settingsStorage,
          local: localStorage,
          cluster: new PhoneStorage(),
        },
        "companion",
      ),
  },
  {
    guest: ["vm/guest/transfers.js", "phone/guest/file-transfer.js"],
    operations: ({ phone, outbox }) => ({
      ...outbox.operations(),
      "inbox.peek": () => phone.inbox[0]?.name,
      "inbox.pop": lasting(() => phone.inbox.shift()?.data),
      utf8: (bytes) => new TextDecoder().decode(asBytes(bytes)),
    }),
  },
  {
    guest: ["vm/guest/messaging.js"],
    operations: ({ phone }) => peerOperations(phone.peer, "phone"),
  },
  {
    guest: ["phone/guest/peer.js"],
    operations: ({ phone }) => ({
      "peerApp.get": () => (phone.watchRuns() ? "started" : "stopped"),
      "device.get": (name) => phone.watchModel(asText(name)),
    }),
  },
  {
    guest: ["phone/guest/user-settings.js", "phone/guest/time-text.js"],
    operations: ({ phone }) => preferenceOperations(phone.world),
  },
  { guest: ["vm/guest/cbor.js", "vm/guest/crypto.js"] },
  {
    guest: ["phone/guest/fetch.js"],
    operations: ({ phone: { web } }) => ({
      "fetch.head": (address) => {
        const answer = web.find(asText(address));
        if (answer === undefined) return undefined;
        const { status, headers } = answer;
        return JSON.stringify({ status, headers });
      },
      "fetch.body": (address) => web.find(asText(address))?.body,
    }),
  },
  { guest: ["phone/guest/web-socket.js"] },
  { guest: ["phone/guest/base64.js", "phone/guest/web-types.js"] },
  {
    guest: ["phone/guest/weather.js"],
    operations: ({ phone }) => ({
      "weather.get": () => JSON.stringify(phone.weather()),
    }),
  },
  {
    guest: ["phone/guest/calendars.js"],
    operations: ({ phone }) => ({
      "calendars.get": () =>
        phone.granted("access_calendar")
          ? JSON.stringify(phone.calendars.data)
          : undefined,
    }),
  },
  { guest: ["phone/guest/refusals.js"] },
];

/** The guest's part of the companion. */
export const companionGuest = guestProgram(guestFilesOf(modules));

/** The operations of every SDK module of the companion, for one launch of it. */
export function companionModuleOperations(launch: CompanionLaunch): Operations {
  return operationsOf(modules, launch);
}
