import type { Role } from "@/lib/auth/permissions";

export const ROLE_LABELS = {
  SUPER_ADMIN: "Propriétaire",
  ADMIN: "Gestionnaire",
  VIEWER: "Lecture seule",
} as const satisfies Record<Role, string>;

export const ROLE_HINTS = {
  SUPER_ADMIN: "Tout, y compris l'équipe, le journal et les suppressions.",
  ADMIN: "Produits, catégories, messages et réglages courants.",
  VIEWER: "Regarde le catalogue et les chiffres, ne modifie rien.",
} as const satisfies Record<Role, string>;
