import { encode } from "cbor-x";
import { packRecord } from "../../../common/wire/record";
import { inboxReader } from "../../../companion/inbox-reader";
import { CompanionWorld, daily, quiet } from "./companion-world";

it("takes files that come while it takes others", async () => {
  const world = new CompanionWorld();
  const { companion } = await world.launch();
  let pops = 0;
  const readInbox = inboxReader(async () => {
    const file = world.inbox.shift();
    if (pops++ === 0) {
      world.sessions(daily(1));
      readInbox();
    }
    const bytes = file && Uint8Array.from(file.bytes).buffer;
    return file && { name: file.name, arrayBuffer: async () => bytes! };
  }, companion);
  readInbox();
  await quiet();
  expect(world.stored()).toHaveLength(1);
});

it("passes over a file whose bytes cannot be read and takes the next", async () => {
  const world = new CompanionWorld();
  const { companion } = await world.launch();
  const [one] = daily(1);
  const bytes = Uint8Array.from(encode(packRecord(one!))).buffer;
  const files = [
    { name: "s-1", arrayBuffer: () => Promise.reject(new Error("gone")) },
    { name: "s-" + one!.id, arrayBuffer: async () => bytes },
  ];
  inboxReader(async () => files.shift(), companion)();
  await quiet();
  expect(world.stored()).toEqual([one!.id]);
  expect(world.summary().refused).toBe(0);
});
