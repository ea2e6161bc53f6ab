import { modelName } from "../engine/watch/models";
import { attempt } from "./host";
import { wantedBy, type Wanted } from "./link";
import { about, listen, openBytes, send, showNotice } from "./page";
import { say } from "./words/say";

/** What the page's address asks for and is not done yet. */
let open: Wanted = {};
/** The file that is to be open before the rest is done. */
let file: string | undefined;

/** What of it cannot be, a sentence each. */
let faults: readonly string[] = [];

function tell(more: readonly string[]): void {
  faults = [...faults, ...more];
  if (more.length === 0) return;
  showNotice(
    say("The link asks for something that is not possible"),
    `${faults.join(" ")} ${say("The rest is done.")}`,
  );
}

/** Does the next thing; each start of watch and phone is one. */
function goOn(): void {
  const app = about.value;
  if (app === undefined || (file !== undefined && app.file !== file)) return;
  const { target, locale, wallMs } = open;
  if (target !== undefined) {
    open = { ...open, target: undefined };
    if (app.targets.includes(target)) {
      if (target !== app.setup.target)
        return send({ do: "setup", change: { target } });
    } else {
      const known = app.targets.map((one) => `${one} (${modelName(one)})`);
      tell([say("%1 is %2; allowed: %3.", "model", target, known.join(", "))]);
    }
  }
  if (locale !== undefined) {
    open = { ...open, locale: undefined };
    if (locale !== app.setup.locale)
      return send({ do: "setup", change: { locale } });
  }
  if (wallMs !== undefined) {
    open = { ...open, wallMs: undefined };
    send({ do: "set-clock", wallMs });
  }
}

/** The name of the file at an address, as its owner wrote it where that can be read. */
function nameOf(address: string): string {
  const name = new URL(address).pathname.split("/").pop() ?? "";
  return attempt(() => decodeURIComponent(name)) ?? name;
}

async function follow(): Promise<void> {
  const link = wantedBy(location.hash, document.baseURI);
  if (link === undefined) return;
  faults = [];
  tell(link.faults);
  open = link.wanted;
  file = undefined;
  if (open.file === undefined) return goOn();
  const name = nameOf(open.file);
  file = name;
  try {
    const answer = await fetch(open.file, { redirect: "error" });
    if (!answer.ok)
      throw new Error(say("the server answers %1", answer.status));
    openBytes(name, new Uint8Array(await answer.arrayBuffer()));
  } catch (error) {
    file = undefined;
    const why = error instanceof Error ? error.message : String(error);
    showNotice(
      say("%1 could not be opened", name),
      `${why}. ${say("The page’s own app is open.")}`,
    );
  }
}

/** Does what the page's address asks for, now and whenever it is another one. */
export function followLinks(): void {
  listen({ opened: goOn });
  window.addEventListener("hashchange", () => void follow());
  void follow();
}
