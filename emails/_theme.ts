/** The colours of src/ui/tokens.css as hex values, because mail programs support no custom properties. */
export const LIGHT = {
  ground: "#fdfaf4",
  raised: "#ffffff",
  sunken: "#f6efe6",
  text: "#291c15",
  soft: "#635146",
  accent: "#9c4621",
  onAccent: "#fffbf4",
  line: "#ddd6cd",
} as const;

const DARK: Record<keyof typeof LIGHT, string> = {
  ground: "#0f141d",
  raised: "#181d27",
  sunken: "#0f141d",
  text: "#f1eee7",
  soft: "#b8b0a3",
  accent: "#e08e5a",
  onAccent: "#0f141d",
  line: "#303540",
};

export const FONT = "'Readex Pro', 'Segoe UI', Tahoma, Helvetica, Arial, sans-serif";

/** Class rules for dark mode; mail programs without it use the inline styles. */
const DARK_RULES = [
  `.mail-ground { background-color: ${DARK.ground} !important; }`,
  `.mail-raised { background-color: ${DARK.raised} !important; border-color: ${DARK.line} !important; }`,
  `.mail-sunken { background-color: ${DARK.sunken} !important; border-color: ${DARK.line} !important; }`,
  `.mail-text { color: ${DARK.text} !important; }`,
  `.mail-soft { color: ${DARK.soft} !important; }`,
  `.mail-link { color: ${DARK.accent} !important; }`,
  `.mail-button { background-color: ${DARK.accent} !important; color: ${DARK.onAccent} !important; }`,
  `.mail-line { border-color: ${DARK.line} !important; }`,
];

/** Outlook on the web sets `data-ogsc` in dark mode and ignores the media query. */
export const STYLE_SHEET = `:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) { ${DARK_RULES.join(" ")} }
${DARK_RULES.map((rule) => `[data-ogsc] ${rule}`).join(" ")}`;
