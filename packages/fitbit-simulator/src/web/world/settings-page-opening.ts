import type { World, WorldEvent } from "../../engine";

/**
 * Opens the phone's settings page for as long as someone looks at it. An app that was just installed
 * has its companion start first: until then the page would show settings that nobody has written yet.
 */
export class SettingsPageOpening {
  private wanted = false;
  /** To be opened as soon as it may. */
  private due = false;
  private early = false;

  /** A world begins; `first` when neither watch nor phone hold anything of the app. */
  begin({ phone }: World, first: boolean): void {
    this.early = first && phone.hasCompanion;
    this.due = this.wanted;
  }

  /** Someone looks at the page, or away. */
  want(open: boolean): void {
    this.wanted = open;
    this.due = open;
  }

  /** Wanted, and not opened yet. */
  get waits(): boolean {
    return this.due && this.early;
  }

  /** Notes what the phone does. */
  happened(event: WorldEvent): void {
    if (event.type === "launch" && event.from === "companion") {
      this.early = false;
    }
  }

  /** To be called when the world rests. A page that ended by a fault stays closed until it is wanted again. */
  move({ phone: { settings } }: World): void {
    if (!this.wanted) settings.close();
    else if (this.due && !this.early) {
      this.due = false;
      settings.open();
    }
  }
}
