export * from "./engine";
export { decodeCbor, encodeCbor } from "./engine/vm/packed";
