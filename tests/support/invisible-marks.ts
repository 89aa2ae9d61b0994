const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at));

/** Invisible characters that no text of these tests needs. */
export const INVISIBLE_MARKS: readonly string[] = [
  "\u00ad",
  "\u034f",
  "\u061c",
  "\u115f",
  "\u1160",
  "\u17b4",
  "\u180b",
  "\u180e",
  "\u3164",
  ...range(0x200b, 0x200f),
  ...range(0x202a, 0x202e),
  ...range(0x2060, 0x206f),
  ...range(0xfe00, 0xfe0f),
  "\ufeff",
  "\uffa0",
  "\ufff9",
  "\ufffb",
  "\ufffc",
  "\u0007",
  "\u009f",
  "\u{1d173}",
  "\u{e0001}",
  "\u{e0020}",
  "\u{e0061}",
  "\u{e007f}",
  "\u{e0100}",
];
