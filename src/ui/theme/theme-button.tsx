import type { Locale } from "@/lib/i18n/locale";
import { Icon } from "@/ui/icons/icon";
import { VisuallyHidden } from "@/ui/visually-hidden";
import { THEME_LABELS } from "./theme-labels";
import { ThemeSwitch } from "./theme-switch";

export function ThemeButton({ locale }: { locale: Locale }) {
  const theme = THEME_LABELS[locale];
  return (
    <ThemeSwitch className="theme-button">
      <VisuallyHidden>{`${theme.label}: `}</VisuallyHidden>
      <span data-shown-in="light">
        <Icon name="sun" size={20} />
        <VisuallyHidden>{theme.light}</VisuallyHidden>
      </span>
      <span data-shown-in="dark">
        <Icon name="moon" size={20} />
        <VisuallyHidden>{theme.dark}</VisuallyHidden>
      </span>
      <span data-shown-in="system">
        <Icon name="sun-moon" size={20} />
        <VisuallyHidden>{theme.system}</VisuallyHidden>
      </span>
      <VisuallyHidden>{` (${theme.change})`}</VisuallyHidden>
    </ThemeSwitch>
  );
}
