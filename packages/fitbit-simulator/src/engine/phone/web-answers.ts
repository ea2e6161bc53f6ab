import type { Json } from "./settings-tree";

/** The most that one answer may hold, so that it fits into a companion several times. */
const MOST_BYTES = 1_000_000;

/** What an address on the web answers; its content is one of `text`, `json` and `bytes`, or empty. */
export interface WebAnswer {
  /** 200–599; 200 when left out. */
  readonly status?: number;
  /** As the server names them; `content-type` follows from the content when left out. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly text?: string;
  readonly json?: Json;
  /** At most 1,000,000, of text and JSON too. */
  readonly bytes?: Uint8Array;
}

/** An answer as the companion's `Response` needs it. */
export interface KeptAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** What `fetch` of the companion is answered: there is no network but what is set here. */
export class WebAnswers {
  private readonly kept = new Map<string, KeptAnswer>();

  /**
   * Sets what an address answers from now on.
   * @param address begins with `http://` or `https://`; with `*` at its end it is the beginning
   *   of addresses. The whole address goes before a beginning, a longer beginning before a shorter.
   * @throws RangeError when the address is none, the status is not allowed, or the content is too
   *   large; nothing is set then
   */
  set(address: string, answer: WebAnswer): void {
    if (!/^https?:\/\/./.test(address)) {
      throw new RangeError(
        `${JSON.stringify(address)} is no address of the web: one begins with http:// or https://`,
      );
    }
    const status = answer.status ?? 200;
    if (!Number.isInteger(status) || status < 200 || status > 599) {
      throw new RangeError(
        `the status of an answer is ${status}; allowed: a whole number from 200 to 599`,
      );
    }
    const [body, type] = contentOf(answer);
    if (body.length > MOST_BYTES) {
      throw new RangeError(
        `the answer of ${address} has ${body.length} bytes; allowed: ${MOST_BYTES} at most`,
      );
    }
    const headers = { ...type, ...lowerCase(answer.headers ?? {}) };
    this.kept.set(address, { status, headers, body });
  }

  /** What an address answers; undefined where nothing is set for it. */
  find(address: string): KeptAnswer | undefined {
    const [asked = ""] = address.split("#");
    const whole = this.kept.get(asked);
    if (whole !== undefined) return whole;
    const [best] = [...this.kept.keys()]
      .filter((key) => key.endsWith("*") && asked.startsWith(key.slice(0, -1)))
      .sort((a, b) => b.length - a.length);
    return best === undefined ? undefined : this.kept.get(best);
  }

  /** Nothing answers any more. */
  clear(): void {
    this.kept.clear();
  }
}

/** The bytes of an answer and the header that says what they are. */
function contentOf({
  text,
  json,
  bytes,
}: WebAnswer): [Uint8Array, Readonly<Record<string, string>>] {
  if (bytes !== undefined) return [bytes.slice(), {}];
  const type = json === undefined ? "text/plain" : "application/json";
  const written = json === undefined ? text : JSON.stringify(json);
  if (written === undefined) return [new Uint8Array(), {}];
  const body = new TextEncoder().encode(written);
  return [body, { "content-type": `${type};charset=utf-8` }];
}

function lowerCase(
  headers: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
}
