import { asNumber, asText, type Op, type Ops } from "../context";
import type { ProgramName } from "../events";
import type { HostValue } from "../vm/values";
import type { PhoneStorage } from "./storage";

/** The calls of storages, by the name the program knows them by. */
export function storeOps(
  stores: Readonly<Record<string, PhoneStorage>>,
  side: ProgramName,
): Ops {
  const of =
    (
      act: (
        store: PhoneStorage,
        key: HostValue,
        value: HostValue,
      ) => ReturnType<Op>,
    ) =>
    (name: HostValue, key: HostValue, value: HostValue) => {
      const store = stores[asText(name)];
      return store === undefined ? undefined : act(store, key, value);
    };
  return {
    "storage.get": of((store, key) => store.get(asText(key)) ?? null),
    "storage.key": of((store, index) => store.key(asNumber(index)) ?? null),
    "storage.length": of((store) => store.length),
    "storage.set": of((store, key, value) =>
      store.set(asText(key), asText(value), side),
    ),
    "storage.remove": of((store, key) => store.remove(asText(key), side)),
    "storage.clear": of((store) => store.clear(side)),
    "storage.entries": of((store) => JSON.stringify(store.entries())),
  };
}
