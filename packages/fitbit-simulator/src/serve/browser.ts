import { spawn } from "node:child_process";

/** Opens an address in the user's browser; where there is none, nothing happens. */
export function openBrowser(address: string): void {
  const [command, ...args] =
    process.platform === "darwin"
      ? ["open"]
      : process.platform === "win32"
        ? ["cmd", "/c", "start", ""]
        : hasDesktop()
          ? ["xdg-open"]
          : [];
  if (command === undefined) return;
  const browser = spawn(command, [...args, address], {
    stdio: "ignore",
    detached: true,
  });
  browser.on("error", () => undefined);
  browser.unref();
}

/** Without a desktop, `xdg-open` would look for a browser inside the terminal. */
function hasDesktop(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return Boolean(DISPLAY ?? WAYLAND_DISPLAY);
}
