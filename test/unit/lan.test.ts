import type { NetworkInterfaceInfo } from "node:os";
import { lanAddress, lanNotes } from "../../tools/page/lan";

const at = (address: string, internal = false) =>
  ({ address, family: "IPv4", internal }) as NetworkInterfaceInfo;

describe("the address in the network", () => {
  test("is that of a private network, not the one the whole internet reaches", () => {
    const interfaces = {
      lo: [at("127.0.0.1", true)],
      wan: [at("203.0.113.7"), at("172.32.0.1")],
      home: [at("192.168.1.20")],
    };
    expect(lanAddress(interfaces)).toBe("192.168.1.20");
  });

  test("is refused with a reason where there is none", () => {
    expect(() => lanAddress({ wan: [at("203.0.113.7")] })).toThrow(
      /no address in a private network .* nothing is served/,
    );
  });

  test("is printed with a code that a phone's camera reads, and with what is missing there", () => {
    const notes = lanNotes("http://192.168.1.20:26417/");
    expect(notes).toMatch(/[▀▄█]{8}/);
    expect(notes).toContain("http://192.168.1.20:26417/#phone");
    expect(notes).toContain("Without https");
  });
});
