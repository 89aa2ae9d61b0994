import type { ReactNode } from "react";
import "@/ui/tokens.css";
import "@/ui/global.css";
import "@/ui/components.css";

export default function DocsLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" dir="ltr">
      <body>{children}</body>
    </html>
  );
}
