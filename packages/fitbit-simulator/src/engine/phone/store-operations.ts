import {
  asNumber,
  asText,
  lasting,
  type Operation,
  type Operations,
} from "../context";
import type { ProgramName } from "../events";
import type { HostValue } from "../vm/values";
import type { PhoneStorage } from "./storage";

/** The operations of storages. @param stores by the names that the program calls them by */
export function storeOperations(
  stores: Readonly<Record<string, PhoneStorage>>,
  side: ProgramName,
): Operations {
  const of =
    (
      act: (
        store: PhoneStorage,
        key: HostValue,
        value: HostValue,
      ) => ReturnType<Operation>,
    ) =>
    (name: HostValue, key: HostValue, value: HostValue) => {
      const store = stores[asText(name)];
      return store === undefined ? undefined : act(store, key, value);
    };
  return {
    "storage.get": of((store, key) => store.get(asText(key)) ?? null),
    "storage.key": of((store, index) => store.key(asNumber(index)) ?? null),
    "storage.length": of((store) => store.length),
    "storage.set": lasting(
      of((store, key, value) => store.set(asText(key), asText(value), side)),
    ),
    "storage.remove": lasting(
      of((store, key) => store.remove(asText(key), side)),
    ),
    "storage.clear": lasting(of((store) => store.clear(side))),
    "storage.entries": of((store) => JSON.stringify(store.entries())),
  };
}
