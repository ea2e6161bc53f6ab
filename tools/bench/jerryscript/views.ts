import type { FitbitPackage } from "fitbit-simulator";

type Bundle = ReturnType<FitbitPackage["watch"]>;

/** What a program can ask about the views of a bundle, without a limit of memory. */
export class Views {
  /** The attributes of each element, by view. */
  private readonly elements = new Map<string, Map<string, string>[]>();

  constructor(bundle: Bundle) {
    for (const path of bundle.files.keys()) {
      const name = /^resources\/(?:.*\/)?([^/]+)\.(?:view|gui)$/.exec(path);
      if (name) this.elements.set(name[1]!, elementsOf(bundle.text(path)!));
    }
  }

  /** True when the view has an element of this id. */
  has(view: string, id: string): boolean {
    return this.of(view).some((element) => element.get("id") === id);
  }

  /**
   * The answer to a question, as `stand-ins/document.js` asks them: "none" for an
   * id that is not there, the ids of a class, type or tag; undefined for the usual.
   */
  answer(view: string, question: string): string | undefined {
    const what = question.slice(1);
    if (question[0] === "#") return this.has(view, what) ? undefined : "none";
    const by = { ".": "class", ":": "type", "<": "<" }[question[0]!]!;
    const ids = this.of(view).flatMap((element, i) => {
      const values = element.get(by)?.split(/\s+/) ?? [];
      return values.includes(what) ? [element.get("id") ?? `~${i}`] : [];
    });
    return ids.length ? ids.join(" ") : undefined;
  }

  private of(view: string): Map<string, string>[] {
    return this.elements.get(view) ?? [];
  }
}

function elementsOf(markup: string): Map<string, string>[] {
  return [...markup.matchAll(/<([\w-]+)((?:[^>"']|"[^"]*"|'[^']*')*)>/g)].map(
    ([, tag, rest]) =>
      new Map([
        ["<", tag!],
        ...[...rest!.matchAll(/([\w-]+)\s*=\s*["']([^"']*)["']/g)].map(
          ([, name, value]): [string, string] => [name!, value!],
        ),
      ]),
  );
}
