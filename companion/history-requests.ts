import { isSessionId } from "../common/record";
import { History } from "../phone/history/history";
import { readExport } from "../phone/history/restore";
import { RestoreAnswer } from "../phone/history/restore-answer";
import { fieldsOf, fromJson } from "../phone/json";
import { CHANGE_KEY, RESTORE_KEY } from "../phone/settings/keys";
import { Ports } from "./ports";

/** The export that a field holds: plain, or as the platform's field writes it. */
function pasted(raw: string): string {
  const { name } = fieldsOf(fromJson(raw));
  return typeof name === "string" ? name : raw;
}

/**
 * What the page asks to be done with the history. A request is removed from
 * the settings after it was carried out: after a death between the two the next
 * start does it again, which then changes nothing.
 */
export class HistoryRequests {
  /** How the newest restoring went; undefined for none. */
  restored: RestoreAnswer | undefined;

  constructor(
    private ports: Ports,
    private history: History | undefined,
  ) {}

  /** Carries out what is asked for. True when anything was. */
  carryOut(): boolean {
    const { settings } = this.ports;
    const change = settings.getItem(CHANGE_KEY);
    const restore = settings.getItem(RESTORE_KEY);
    if (change) {
      this.change(change);
      settings.removeItem(CHANGE_KEY);
    }
    if (restore) {
      this.restored = this.restore(pasted(restore));
      settings.removeItem(RESTORE_KEY);
    }
    return !!(change || restore);
  }

  /** Forgets what was deleted too long ago to be taken back. */
  forgetDeleted(): void {
    if (this.history) this.history.forgetDeleted(this.seconds());
  }

  private seconds(): number {
    return Math.floor(this.ports.now() / 1000);
  }

  private change(request: string): void {
    const [what, id] = request.split(" ");
    if (!this.history || !isSessionId(id)) return;
    if (what === "delete") this.history.remove(id, this.seconds());
    if (what === "undo") this.history.undoRemove(id, this.seconds());
  }

  private restore(text: string): RestoreAnswer {
    const { history } = this;
    const read = readExport(text);
    if (!history || !read.ok) return "bad";
    const answer = { stored: 0, known: 0, deleted: 0, full: 0, unusable: 0 };
    read.value.entries.forEach((entry) => answer[history.add(entry)]++);
    return { ...answer, unusable: read.value.unusable };
  }
}
