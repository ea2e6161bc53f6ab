import { asText, type Ops } from "../context";
import { encodeCbor, unpackValue } from "../vm/packed";
import { GuestError } from "../vm/sandbox";
import type { Peer } from "./peer";
import type { End } from "./transfers";

/** As in peerSocket.OPEN and CLOSED of the guests. */
const OPEN = 0;
const CLOSED = 1;

/** The calls of `peerSocket` at one end. */
export function peerOps(peer: Peer, end: End): Ops {
  return {
    "peer.get": (name) => {
      if (name === "readyState") return peer.open ? OPEN : CLOSED;
      return peer.buffered(end);
    },
    "peer.send": (packed) => {
      if (!peer.open) {
        throw new GuestError("the peer socket is closed: cannot send");
      }
      peer.send(end, encodeCbor(unpackValue(asText(packed))));
    },
  };
}
