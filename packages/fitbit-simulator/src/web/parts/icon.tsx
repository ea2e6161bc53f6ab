/** Line drawings of 24×24 pixels, made for this page. */
const PATHS = {
  back: "M14 6l-6 6 6 6",
  clock: "M12 7v5l3 2M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z",
  close: "M6 6l12 12M18 6L6 18",
  dark: "M19 14a8 8 0 1 1-9-10 6.5 6.5 0 0 0 9 10z",
  file: "M7 3h7l4 4v14H7zM14 3v4h4",
  home: "M4 11l8-7 8 7v9h-5v-6H9v6H4z",
  launch: "M8 5l11 7-11 7z",
  light:
    "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.5 1.5M17.5 17.5L19 19M19 5l-1.5 1.5M6.5 17.5L5 19",
  link: "M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1",
  log: "M5 6h14M5 12h14M5 18h9",
  mute: "M4 9v6h4l5 4V5L8 9zM17 9l5 6M22 9l-5 6",
  next: "M6 5l9 7-9 7zM18 5v14",
  open: "M4 19V6h6l2 2h8v11zM12 11v5M9.5 13.5L12 11l2.5 2.5",
  phone:
    "M8 3h8a1 1 0 0 1 1 1v16a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1zM11 18h2",
  picture: "M4 6h16v12H4zM4 16l5-5 4 4 3-3 4 4",
  record: "M12 7a5 5 0 1 0 .01 0z",
  save: "M12 4v11M7 11l5 5 5-5M5 20h14",
  screen:
    "M8 5h8a3 3 0 0 1 3 3v8a3 3 0 0 1-3 3H8a3 3 0 0 1-3-3V8a3 3 0 0 1 3-3z",
  sound: "M4 9v6h4l5 4V5L8 9zM16 9a4 4 0 0 1 0 6M19 6a8 8 0 0 1 0 12",
  stop: "M7 7h10v10H7z",
  target:
    "M12 3v4M12 17v4M3 12h4M17 12h4M12 7a5 5 0 1 0 .01 0zM12 11.5a.5.5 0 1 0 .01 0z",
  transfer: "M4 9h14l-4-4M20 15H6l4 4",
  up: "M12 19V6M6 11l6-6 6 6",
  vibrate: "M9 5h6v14H9zM5 8v8M2 10v4M19 8v8M22 10v4",
  watch:
    "M8 7h8a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1zM9 7l1-4h4l1 4M9 17l1 4h4l1-4",
  warn: "M12 4l9 16H3zM12 10v4M12 17v.5",
} as const;

export type IconName = keyof typeof PATHS;

/** A small picture beside a text. Screen readers pass over it, as the text says the same. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
