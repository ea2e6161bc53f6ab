import type { Json } from "../../../engine";
import type { Widget } from "../../world/protocol";

/** The JSON value that a setting holds as text; undefined when there is none that can be read. */
export function storedValue({ stored }: Widget): Json | undefined {
  if (stored === undefined) return undefined;
  try {
    return JSON.parse(stored) as Json;
  } catch {
    return undefined;
  }
}

/** What a text field shows: apps store it as text or as `{name}`. */
export function storedText(widget: Widget): string {
  const value = storedValue(widget);
  if (typeof value === "string") return value;
  if (typeof value === "number") return String(value);
  const name = fieldOf(value, "name");
  if (typeof name === "string") return name;
  const given = widget.props["value"];
  return typeof given === "string" ? given : "";
}

/** Positions of the options a Select has chosen. */
export function selectedOf(widget: Widget): number[] {
  const stored = fieldOf(storedValue(widget), "selected");
  const chosen = stored ?? widget.props["selected"];
  return Array.isArray(chosen)
    ? chosen.filter((at): at is number => typeof at === "number")
    : [];
}

/** The items of an AdditiveList. */
export function itemsOf(widget: Widget): Json[] {
  const value = storedValue(widget);
  return Array.isArray(value) ? [...(value as Json[])] : [];
}

/** The options of a Select, or the colours of a ColorSelect. */
export function listProp(widget: Widget, name: string): readonly Json[] {
  const value = widget.props[name];
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

/** A field of an object; undefined when it is none. */
export function fieldOf(
  value: Json | undefined,
  name: string,
): Json | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return undefined;
  }
  return (value as Readonly<Record<string, Json>>)[name];
}

/** What an option or item is called. */
export function nameOf(value: Json): string {
  const name = fieldOf(value, "name");
  if (typeof name === "string") return name;
  return typeof value === "string" ? value : "";
}

/** A number among the props, which may be written as text. */
export function numberProp(
  widget: Widget,
  name: string,
  otherwise: number,
): number {
  const value = Number(widget.props[name] ?? NaN);
  return Number.isFinite(value) ? value : otherwise;
}

/** A text among the props. */
export function textProp(widget: Widget, name: string): string | undefined {
  const value = widget.props[name];
  if (typeof value === "string") return value;
  return typeof value === "number" ? String(value) : undefined;
}
