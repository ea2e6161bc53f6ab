import { useEffect, useRef } from "preact/hooks";
import type { FigurePlace, Guide } from "../phone-view/guide";
import { matches } from "./media";

/** Milliseconds of one way from the first pose to the last while nobody sets the pace. */
const WAY_MS = 2000;
/** In so many milliseconds a figure comes two thirds nearer to where it is to be. */
const FOLLOW_MS = 90;
/** Shares that differ by less look the same. */
const NEAR = 0.002;

const still = matches("(prefers-reduced-motion: reduce)");

interface Props {
  readonly guide: Guide;
  readonly place: FigurePlace;
}

/** The exercise's figure: it moves with the watch's own, or shows the way by itself in a wait. */
export function Figure({ guide, place }: Props) {
  const box = useRef<SVGSVGElement>(null);
  const at = useRef(1);
  const { name, mirrored, share } = place;
  useEffect(() => {
    let frame = 0;
    let last = performance.now();
    const began = last;
    const draw = (now: number) => {
      const wanted = share ?? (still.value ? 1 : byItself(now - began));
      const nearer = 1 - Math.exp(-(now - last) / FOLLOW_MS);
      last = now;
      at.current += (wanted - at.current) * (still.value ? 1 : nearer);
      const near = Math.abs(wanted - at.current) < NEAR;
      if (near) at.current = wanted;
      const markup = guide.figure({ name, mirrored, share: at.current });
      if (box.current !== null) box.current.innerHTML = markup ?? "";
      const moves = share === undefined && !still.value;
      if (moves || !near) frame = requestAnimationFrame(draw);
    };
    draw(last);
    return () => cancelAnimationFrame(frame);
  }, [guide, name, mirrored, share, still.value]);
  return (
    <svg
      ref={box}
      class="mat-figure"
      viewBox={`0 0 ${guide.box.width} ${guide.box.height}`}
      aria-hidden="true"
    />
  );
}

/** Up, a stop, down, a stop: the share of the way after so many milliseconds. */
function byItself(ms: number): number {
  const turn = (ms / WAY_MS) % 4;
  if (turn < 1) return 1;
  if (turn < 2) return 2 - turn;
  return turn < 3 ? 0 : turn - 3;
}
