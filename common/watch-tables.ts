// Made by `npm run generate` from the tables of common/: do not edit.
import type { FlatRoutine } from "./wire/flat-routine";

/** Ids of all exercises by their codes on the wire, in one text. */
export const IDS =
  "hip-raise reverse-hip-raise plank side-plank cobra bird-dog dead-bug curl-up side-leg-raise single-leg-hip-raise wall-sit childs-pose knee-to-chest figure-four-stretch hip-flexor-stretch quad-stretch hamstring-stretch";

/** Their key poses. */
export const POSES: ReadonlyArray<string> = [
  // hip-raise
  "7 222 136 2.6 abf|180 180 174 -6 -4 61 -72 -4|205 205 . . . 25 -90 .",
  // reverse-hip-raise
  "0 166 56 2.6 fgh 179 76 280 76 13 228 83 228 140 21|0 0 6 -128 8 220 206 210|. . . . . 181 179 205",
  // plank
  "4 230 138 2.6 abf|17 17 4 -90 0 197 160 266|5 5 2 . . 185 185 278",
  // side-plank
  "4 71 138 2.6 abf|152 152 158 -90 180 -1 0 -80*3.5 40 -100 -1 0 -80*3.5|170 170 170 . . -10 -10 . 52 -76 -10 -10 .",
  // cobra
  "0 167 131 2.6 abf|0 0 5 183 184 182 182 186|8 22 20 176 181 171 169 171",
  // bird-dog
  "11 145 135 2.4 fghij|13 13 6 -80 -80 270 181 183 -80 -80 270 181 183|. . 8 . . 182 180 228 14 17 . . .",
  // dead-bug
  "0 163 132 2.52 fghij|180 180 174 90 90 90 2 78 90 90 90 2 78|. . . . . 14 8 . 158 163 . . .",
  // curl-up
  "0 143 131 2.6 b|180 180 174 -8 0*5 59 -68 -4 -8 0*5 -2 -2 80|178 160 152 -29 -6*6 . . . -29 -6*6 . . .",
  // side-leg-raise
  "0 137 130 2.46 fgh|0 0 8 130 215 178 178 250*6 -8 0 186*7.5 180*7 190*7|. . . . . 146 146 216*6 . . . . .",
  // single-leg-hip-raise
  "7 204 136 2.6 abf|180 180 174 -6 -4 61 -72 -4 -6 -4 32 30 92|205 205 . . . 25 -90 . . . 25 25 80",
  // wall-sit
  "7 166 139 1.73 f 111 142 111 7 7|90 90 86 -76 -50 -13 -89 -4|. . . -72 -28 0 -90 .",
  // childs-pose
  "6 135 133 2.8 ab|13 13 8 -90 -90 -90 -179 -177|5 -8 -31 -26 -12 -26 . .",
  // knee-to-chest
  "0 143 131 2.6 f|180 180 174 -6 -4 61 -71 -4 -6 -4 -2 -2 80|. . . 7 83 131 -14 60 7 83 . . .",
  // figure-four-stretch
  "0 171 131 2.6 fg|180 180 174 -6 -4 93*8 14*5.5 10*6 -6 -4 61 -71 -4|. . 172 12 32 128*8 20*6 24*6 12 32 103 -2 72",
  // hip-flexor-stretch
  "6 150 137 1.83 f|90 90 86 -112 -28 -90 -179 -177 -112 -28 -2 -90 -4|91 . . . . -111 . . . . . -111 .",
  // quad-stretch
  "12 149 140 1.4 f|90 90 88 -98 -88 -90 -90 -4 -98 -80 -90 -90 -4|. . . -121 -116 -94 -226 -150 -40 -10 . . .",
  // hamstring-stretch
  "0 144 133 2.37 f s|180 180 174 38 54 88 30 110 38 54 -2 -2 80|. . . 46 62 86 84 162 46 62 . . .",
];

/** Bits of a routine's flags: what the wearer chose. */
export const enum Flag {
  Strong = 16,
  RepPulses = 1,
  Halfway = 2,
  FinalSeconds = 4,
  KeepScreenOn = 8,
}

/** The default routine. */
// prettier-ignore
export const BUILT_IN = [
  2, 0, "Runner's Core", 10, 15, 8, 7, 3,
  0, 0, 3, 15, 4, 10, 4, 30,
  1, 0, 3, 15, 4, 4, 4, 30,
  2, 4, 1, 1, 0, 120, 0, 30,
  3, 6, 1, 1, 0, 120, 0, 30,
  4, 4, 3, 1, 0, 60, 0, 5,
] as FlatRoutine;
