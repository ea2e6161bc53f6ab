/** The platform's own colour names, as its colour guide lists them. */
const PLATFORM: Readonly<Record<string, string>> = {
  "fb-aqua": "#3bf7de",
  "fb-black": "#000000",
  "fb-blue": "#3182de",
  "fb-cerulean": "#8080ff",
  "fb-cyan": "#14d3f5",
  "fb-dark-gray": "#505050",
  "fb-extra-dark-gray": "#303030",
  "fb-green": "#00a629",
  "fb-green-press": "#134022",
  "fb-indigo": "#5b4cff",
  "fb-lavender": "#bcbcff",
  "fb-light-gray": "#a0a0a0",
  "fb-lime": "#b8fc68",
  "fb-magenta": "#f1247c",
  "fb-mint": "#5be37d",
  "fb-orange": "#fc6b3a",
  "fb-peach": "#ffcc33",
  "fb-pink": "#ff78b7",
  "fb-plum": "#a51e7c",
  "fb-purple": "#bd4eff",
  "fb-red": "#f83c40",
  "fb-slate": "#7090b5",
  "fb-slate-press": "#1b2c40",
  "fb-violet": "#d828b8",
  "fb-white": "#ffffff",
  "fb-yellow": "#e4fa3c",
  "fb-yellow-press": "#394003",
};

/** A colour that SVG knows: hex, a CSS name, or a name of the platform's; anything else is `otherwise`. */
export function colourOf(value: string | undefined, otherwise: string): string {
  if (value === undefined) return otherwise;
  const name = value.trim().toLowerCase();
  if (Object.hasOwn(PLATFORM, name)) return PLATFORM[name] ?? otherwise;
  return /^(#([0-9a-f]{3}|[0-9a-f]{6})|[a-z]{3,20})$/.test(name)
    ? name
    : otherwise;
}
