import { besideView, imageFiles } from "../package/image-files";
import type { WatchBundle } from "../package/open";
import type { ViewNode } from "../view/index";
import { delayOf } from "../view/animate";
import { frameFile, isSprite, picturesOf } from "../view/sprite";

/** Images that do not come from the package: made by the app, or the system's own. */
const ELSEWHERE = /^\/(private|mnt\/sysassets)\//;
/** More are not looked for: of an animation frames, of a launch names told. */
const MOST = 100;

/** Tells, once each, which images an app shows that its package does not have. */
export class MissingImages {
  private readonly told = new Set<string>();

  constructor(
    private readonly bundle: WatchBundle,
    /** Path of the view that is open. */
    private readonly view: () => string,
    private readonly tell: (message: string) => void,
  ) {}

  /** Looks for an image by its `href` as the app writes it. */
  look(href: string): void {
    if (href === "" || ELSEWHERE.test(href) || this.told.has(href)) return;
    const files = [besideView(href, this.view()), href].flatMap(imageFiles);
    if (files.some((file) => this.bundle.files.has(file))) return;
    if (this.told.size >= MOST) return;
    this.told.add(href);
    this.tell(`there is no image ${href} in the package: nothing is shown`);
  }

  /** Looks for all frames of the animations that an event begins in a sprite. */
  lookForFrames(sprite: ViewNode, trigger: string): void {
    if (!isSprite(sprite)) return;
    const files = picturesOf(sprite).map((node) => node.get("href") ?? "");
    for (const node of sprite.children) {
      const begins = delayOf(node.get("begin"), trigger) !== undefined;
      if (!begins || node.get("attributeName") !== "value") continue;
      const ends = ["from", "to"].map((name) => Number(node.get(name)));
      const first = Math.round(Math.min(...ends));
      const last = Math.min(Math.round(Math.max(...ends)), first + MOST);
      for (let frame = first; frame <= last; frame += 1) {
        for (const file of files) this.look(frameFile(file, frame) ?? "");
      }
    }
  }
}
