/** Fitbit's vendor number and that of a watch with the developer bridge, in a rule for udev. */
const RULE =
  'SUBSYSTEM=="usb", ATTRS{idVendor}=="2687", ATTRS{idProduct}=="fd13", GROUP="plugdev", TAG+="uaccess"';
const RULE_FILE = "/etc/udev/rules.d/70-fitbit.rules";

/** Why the package for USB is not there, and how it comes. */
export function missingUsbText(error: string): string {
  const how = "npm install usb@2";
  if (/libudev/.test(error)) {
    return `USB needs the library libudev, which this system lacks (Debian, Ubuntu: apt install libudev1), and then: ${how}`;
  }
  return `the npm package "usb" is missing; it comes with: ${how} (on Linux it needs libudev1)`;
}

/** What can be done where the system does not let this user open a watch. */
export function accessText(error: string, platform: string): string {
  if (platform === "linux" && /ACCESS/.test(error)) {
    return [
      `there is a watch, and this user may not open it (${error}). Put this line into ${RULE_FILE}:`,
      `  ${RULE}`,
      "then: sudo udevadm control --reload, and plug the watch in again",
    ].join("\n");
  }
  if (platform === "win32") {
    return `there is a watch, and Windows does not give it to this program (${error}). Others report the same with Fitbit's own tool, and no remedy is known to us; Linux works for them`;
  }
  if (/BUSY/.test(error)) {
    return `another program uses the watch (${error}): close it and try again`;
  }
  return `the watch cannot be opened (${error}): plug it in again`;
}

/** Where a watch may be that is not found. */
export function noWatchText(devices: number, platform: string): string {
  if (devices) {
    return "there is a Fitbit device without a developer bridge: switch it on in the watch's settings (Developer bridge, then USB), and try again";
  }
  const windows =
    platform === "win32"
      ? ". On Windows others do not see theirs either; Linux works for them"
      : "";
  return `no watch is found on USB: use the cable that it is charged with, and switch on its developer bridge${windows}`;
}
