import type { Sighting } from "./screens";

/** One text of the product in a language, and where it stands. */
export interface Word {
  /** `app`, `settings` or `guide`. */
  room: string;
  key: string;
  english: string;
  text: string;
  /** Screens of the watch. */
  screens: readonly Sighting[];
  /** Files of the source. */
  files: readonly string[];
}

const STYLE = `
body { font: 16px/1.4 system-ui, sans-serif; margin: 24px; color: #1c2830; background: #fff; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 8px 12px; border-top: 1px solid #c9d2d8; }
td { overflow-wrap: anywhere; }
td:first-child { min-width: 10em; }
tr.tight td:nth-child(3) { background: #ffe2b8; }
img { width: 168px; border-radius: 32px; background: #000; }
small { color: #51636f; }
@media (prefers-color-scheme: dark) {
  body { color: #e6edf1; background: #12191e; }
  th, td { border-color: #34424c; }
  tr.tight td:nth-child(3) { background: #5d3d08; }
  small { color: #a5b6c1; }
}`;

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

function html(text: string): string {
  return text.replace(/[&<>"]/g, (one) => ESCAPES[one]!);
}

function picture({ screen, svg }: Sighting): string {
  const data = Buffer.from(svg).toString("base64");
  return `<img alt="${html(screen)}" src="data:image/svg+xml;base64,${data}">`;
}

function where({ screens, files }: Word): string {
  const [first] = screens;
  const names = screens.map(({ screen }) => screen).concat(files);
  return `${first ? picture(first) + "<br>" : ""}<small>${html(names.join(", "))}</small>`;
}

function row(word: Word): string {
  const tight = word.screens.some((one) => one.tight);
  return `<tr${tight ? ' class="tight"' : ""}><td><small>${word.room}<br>${html(word.key)}</small></td><td lang="en">${html(word.english)}</td><td>${html(word.text)}${tight ? "<br><small>no room for a tenth more</small>" : ""}</td><td>${where(word)}</td></tr>`;
}

/** All texts of a language as a page that opens from the disk. */
export function wordsPage(locale: string, words: readonly Word[]): string {
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Words in ${locale}</title><style>${STYLE}</style>
<h1>Words in ${locale}</h1>
<p>Each text beside the English, with where it stands. Where it is marked, the watch has no room for a text that is a tenth longer.
How to send a correction: CONTRIBUTING.md.</p>
<table><thead><tr><th>Text</th><th>English</th><th>${locale}</th><th>Where</th></tr></thead>
<tbody lang="${locale}">
${words.map(row).join("\n")}
</tbody></table></html>
`;
}
