import { asText, lasting, type Operations } from "../context";
import { encodeCbor, unpackValue } from "../vm/packed";
import { GuestError } from "../vm/sandbox";
import type { Peer } from "./peer";
import type { End } from "./transfers";

/** As `peerSocket.OPEN` and `peerSocket.CLOSED` in the guest file of `messaging`. */
const OPEN = 0;
const CLOSED = 1;

/** The operations of `messaging` at one end of the link. */
export function peerOperations(peer: Peer, end: End): Operations {
  return {
    "peer.get": (name) => {
      if (name === "readyState") return peer.open ? OPEN : CLOSED;
      return peer.buffered(end);
    },
    "peer.send": lasting((packed) => {
      if (!peer.open) {
        throw new GuestError("the peer socket is closed: cannot send");
      }
      peer.send(end, encodeCbor(unpackValue(asText(packed))));
    }),
  };
}
