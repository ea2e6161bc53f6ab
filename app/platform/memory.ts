import { memory } from "system";
import { attempt } from "./failures";

/**
 * Calls `shed` from now on whenever the watch runs short of memory.
 * @once
 */
export function onShortage(shed: () => void): void {
  memory.monitor.onmemorypressurechange = () => {
    if (memory.monitor.pressure !== "normal") attempt(null, shed, undefined);
  };
}
