import {
  type InlinePackage,
  inlinePackageBytes,
} from "../../src/testing/inline-package";

/** A package that means harm, and what it tries. */
export interface HostilePackage {
  readonly what: string;
  readonly bytes: Uint8Array;
}

const STAY = 'require("appbit").me.appTimeoutEnabled = false;';

/** Texts that act on a terminal, mislead a reader, or are no text. */
const TEXTS = [
  "\u001b]0;title\u0007",
  "\u001b[2J\u001b[H",
  "\u001b]52;c;aGk=\u0007",
  "\u009b31m",
  "\u202eevil",
  "\u2066a\u2069",
  "\ud800",
  "\0",
  "a\rb",
  "x".repeat(50_000),
];
/** Names that are no file's, or a device's of some system. */
const NAMES = [
  "a/b",
  ".",
  "..",
  "",
  "con",
  "a:b",
  "\0",
  "é".repeat(255),
  "../../x",
  "\ud800",
];
const LIES = [
  "nonsense",
  "5",
  "[5]",
  "null",
  "{}",
  '[{"component":1}]',
  '[{"component":"x","props":null,"children":[]}]',
  `${"[".repeat(2000)}${"]".repeat(2000)}`,
  "",
  '"',
];
const LOOPS = [
  "for (;;) {}",
  "(function f() { f(); })();",
  "(function again() { Promise.resolve().then(again); })();",
  "for (var i = 0; i < 1000; i++) setInterval(function () {}, 1);",
  'setInterval(function () { for (var i = 0; i < 999; i++) console.log("x"); }, 1);',
  'var s = "x"; for (;;) s += s;',
  "var a = []; for (;;) a.push({});",
  "var b = []; for (;;) b.push(new Uint8Array(100000));",
  "var c = []; for (var j = 0; j < 1500; j++) c.push(new ArrayBuffer(1048576));",
  "throw { toString: function () { throw 1; } };",
];
const VIEWS = [
  "<svg>".repeat(5000),
  "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg>&a;</svg>",
  `<svg>${"<rect/>".repeat(20_000)}</svg>`,
  '<svg><use href="#a" id="a"/></svg>',
  '<svg><link rel="import" href="../../etc/passwd"/></svg>',
  '<svg><rect width="1e999" height="-1"/></svg>',
  "<svg><text>\u001b[2J</text></svg>",
  "",
  "\0",
  '<svg><rect fill="url(https://example.org/)"/></svg>',
];

function packages(): [string, InlinePackage][] {
  const one = (what: string, parts: InlinePackage): [string, InlinePackage] => [
    what,
    parts,
  ];
  return [
    ...TEXTS.flatMap((text, i) => {
      const quoted = JSON.stringify(text);
      return [
        one(`logs text ${i}`, { app: `${STAY} console.log(${quoted});` }),
        one(`dies with text ${i}`, { app: `throw new Error(${quoted});` }),
        one(`is named text ${i}`, {
          device: { name: text },
          outer: { appId: text },
        }),
        one(`shows text ${i}`, {
          app: `require("document").default.getElementById("label").text = ${quoted};`,
        }),
        one(`stores text ${i}`, {
          companion: `require("settings").settingsStorage.setItem(${quoted}, ${quoted}); localStorage.setItem(${quoted}, ${quoted});`,
        }),
      ];
    }),
    ...NAMES.flatMap((name, i) => {
      const quoted = JSON.stringify(name);
      return [
        one(`writes name ${i}`, {
          app: `require("fs").writeFileSync(${quoted}, "x", "utf-8");`,
        }),
        one(`sends name ${i}`, {
          companion: `require("file-transfer").outbox.enqueue(${quoted}, new Uint8Array(1));`,
        }),
      ];
    }),
    ...LIES.map((lie, i) =>
      one(`settings lie ${i}`, {
        settings: `JSON.stringify = function () { return ${JSON.stringify(lie)}; }; registerSettingsPage(function () { return createComponent(Text, null, "x"); });`,
      }),
    ),
    ...LOOPS.flatMap((code, i) => [
      one(`watch loop ${i}`, { app: STAY + code }),
      one(`companion loop ${i}`, { companion: code }),
    ]),
    ...VIEWS.map((view, i) => one(`view ${i}`, { view })),
  ];
}

/** At least a hundred small packages, each of which tries something. */
export function hostilePackages(): HostilePackage[] {
  const made = packages().map(([what, parts]) => ({
    what,
    bytes: inlinePackageBytes(parts),
  }));
  const whole = inlinePackageBytes({});
  const cut = [0, 1, 10, 100, whole.length - 1].map((length) => ({
    what: `cut at ${length}`,
    bytes: whole.slice(0, length),
  }));
  return [...made, ...cut];
}
