export { serveUntilStopped, untilStopped } from "./command";
export { PAGE_FOLDER } from "./page-folder";
export {
  type PageServer,
  type PageServerOptions,
  PortTakenError,
  servePage,
} from "./page-server";
