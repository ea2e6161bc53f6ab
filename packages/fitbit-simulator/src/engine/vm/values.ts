import type { QuickJSContext, QuickJSHandle } from "quickjs-emscripten";

/** What crosses between a sandbox and its host. Anything richer goes as text or bytes. */
export type HostValue =
  undefined | null | boolean | number | string | Uint8Array;

/** A value of the sandbox as the host sees it; objects that are not bytes arrive as undefined. */
export function fromGuest(
  context: QuickJSContext,
  handle: QuickJSHandle,
): HostValue {
  switch (context.typeof(handle)) {
    case "string":
      return context.getString(handle);
    case "number":
      return context.getNumber(handle);
    case "boolean":
      return context.sameValue(handle, context.true);
    case "object":
      return context.sameValue(handle, context.null)
        ? null
        : bytesOf(context, handle);
    default:
      return undefined;
  }
}

function bytesOf(
  context: QuickJSContext,
  handle: QuickJSHandle,
): Uint8Array | undefined {
  try {
    const bytes = context.getArrayBuffer(handle);
    const copy = bytes.value.slice();
    bytes.dispose();
    return copy;
  } catch {
    return undefined;
  }
}

/** A handle of the value for the sandbox; the caller disposes it. */
export function toGuest(
  context: QuickJSContext,
  value: HostValue | void,
): QuickJSHandle {
  switch (typeof value) {
    case "string":
      return context.newString(value);
    case "number":
      return context.newNumber(value);
    case "boolean":
      return value ? context.true : context.false;
    case "object":
      return value === null
        ? context.null
        : context.newArrayBuffer(value.slice().buffer);
    default:
      return context.undefined;
  }
}
