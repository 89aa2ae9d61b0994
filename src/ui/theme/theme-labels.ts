export const THEME_LABELS = {
  fr: {
    label: "Thème",
    light: "clair",
    dark: "sombre",
    system: "celui de l'appareil",
    change: "changer",
  },
  ar: {
    label: "المظهر",
    light: "فاتح",
    dark: "داكن",
    system: "حسب الجهاز",
    change: "تغيير",
  },
} as const;
