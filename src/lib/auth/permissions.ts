export const ROLES = ["SUPER_ADMIN", "ADMIN", "VIEWER"] as const;
export type Role = (typeof ROLES)[number];

const OWNER = ["SUPER_ADMIN"] as const;
const STAFF = ["SUPER_ADMIN", "ADMIN"] as const;
const EVERYBODY = ROLES;

/** The only place that maps permissions to roles. */
const ROLES_BY_PERMISSION = {
  "products.read": EVERYBODY,
  "analytics.read": EVERYBODY,
  "search.read": EVERYBODY,
  "products.write": STAFF,
  "products.import": STAFF,
  "categories.manage": STAFF,
  "analytics.write": STAFF,
  "search.write": STAFF,
  "messages.read": STAFF,
  "messages.write": STAFF,
  "newsletter.read": STAFF,
  "newsletter.write": STAFF,
  /** Opening hours, contact and WhatsApp only. */
  "settings.edit": STAFF,
  "settings.edit.all": OWNER,
  "products.delete": OWNER,
  "products.purge": OWNER,
  "messages.delete": OWNER,
  "users.manage": OWNER,
  "newsletter.send": OWNER,
  "audit.read": OWNER,
  "privacy.manage": OWNER,
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof ROLES_BY_PERMISSION;

export function can({ role }: { role: Role }, permission: Permission): boolean {
  return listRoles(permission).includes(role);
}

/** The roles that hold a permission, for queries that look for such accounts. */
export function listRoles(permission: Permission): readonly Role[] {
  return ROLES_BY_PERMISSION[permission];
}

/** At least one active account has this role: the last one cannot be demoted or disabled. */
export const OWNER_ROLE = "SUPER_ADMIN" satisfies Role;

export function isOwner({ role }: { role: Role }): boolean {
  return role === OWNER_ROLE;
}
