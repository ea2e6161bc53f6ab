import { asNumber, asText, type Operations } from "../context";
import type { Program } from "../program";
import { GuestError } from "../vm/sandbox";
import type { HostValue } from "../vm/values";
import type { CompanionSetup } from "./companion";

/** The operations of `companion`. */
export function companionOperations(
  phone: CompanionSetup,
  program: Program,
): Operations {
  return {
    permission: (name) => phone.granted(asText(name)),
    yield: () => program.requestExit(),
    "companion.get": (name) => about(asText(name)),
    "companion.set": (name, value) => {
      if (name === "monitorSignificantLocationChanges") {
        phone.monitorPlace(value === true);
      } else setWakeInterval(value);
    },
  };

  function about(name: string): HostValue {
    const { manifest } = phone;
    switch (name) {
      case "launchReasons":
        return JSON.stringify(phone.reasons);
      case "applicationId":
        return manifest.appId;
      case "buildId":
        return manifest.buildId;
      case "wakeInterval":
        return phone.wakeIntervalMs();
      case "monitorSignificantLocationChanges":
        return phone.monitorsPlace();
      default:
        return undefined;
    }
  }

  function setWakeInterval(value: HostValue): void {
    if (value === undefined) {
      phone.wakeEvery(undefined);
      return;
    }
    if (!phone.granted("run_background")) {
      throw new GuestError("wakeInterval needs the permission run_background");
    }
    if (!(asNumber(value) > 0)) {
      throw new GuestError(`a wakeInterval of ${asText(value)} cannot be`);
    }
    phone.wakeEvery(asNumber(value));
  }
}
