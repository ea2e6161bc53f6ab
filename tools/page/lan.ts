import { networkInterfaces } from "node:os";
import { CommandFailure } from "fitbit-simulator/run";
import qrcode from "qrcode-terminal";

/**
 * The address of this machine in its own network: the first one that routers give to private networks
 * (RFC 1918).
 * @throws CommandFailure when it has none
 */
export function lanAddress(interfaces = networkInterfaces()): string {
  const found = Object.values(interfaces)
    .flatMap((one) => one ?? [])
    .filter(({ family, internal }) => family === "IPv4" && !internal)
    .map(({ address }) => address)
    .find((one) => /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(one));
  if (found === undefined) {
    throw new CommandFailure(
      "this machine has no address in a private network (10.x, 172.16 to 172.31, 192.168.x): nothing is served; without --lan it serves this machine alone",
    );
  }
  return found;
}

/** What is printed of an address in the network: a QR code of it, and what is missing there. */
export function lanNotes(address: string): string {
  let code = "";
  qrcode.generate(
    `${address}#phone`,
    { small: true },
    (drawn) => (code = drawn),
  );
  return `${code}
In the same network: ${address}#phone
Anyone in this network can open it. Without https a phone may let its display go
dark, and keeps no page for times without a network.
`;
}
