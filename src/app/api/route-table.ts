import type { RouteModule } from "@/lib/http/openapi";
import * as adminCategory from "./admin/categories/[id]/route";
import * as categoryOrder from "./admin/categories/order/route";
import * as adminCategories from "./admin/categories/route";
import * as adminProduct from "./admin/products/[id]/route";
import * as adminProducts from "./admin/products/route";
import * as settings from "./admin/settings/route";
import * as invitation from "./auth/invitation/route";
import * as login from "./auth/login/route";
import * as secondFactor from "./auth/login/second-factor/route";
import * as logout from "./auth/logout/route";
import * as password from "./auth/password/route";
import * as passwordResetConfirm from "./auth/password-reset/confirm/route";
import * as passwordReset from "./auth/password-reset/route";
import * as session from "./auth/session/route";
import * as ownSession from "./auth/sessions/[id]/route";
import * as ownSessions from "./auth/sessions/route";
import * as totp from "./auth/totp/route";
import * as sweptUploads from "./cron/uploads/route";
import * as ready from "./health/ready/route";
import * as health from "./health/route";
import * as categories from "./public/categories/route";
import * as product from "./public/products/[slug]/route";
import * as products from "./public/products/route";
import * as search from "./public/products/search/route";
import * as upload from "./upload/image/route";

/** Every route by its path. A test walks the folders and fails when one is missing here. */
export const ROUTES: Record<string, RouteModule> = {
  "/api/public/products": products,
  "/api/public/products/search": search,
  "/api/public/products/{slug}": product,
  "/api/public/categories": categories,
  "/api/admin/products": adminProducts,
  "/api/admin/products/{id}": adminProduct,
  "/api/auth/login": login,
  "/api/auth/login/second-factor": secondFactor,
  "/api/auth/logout": logout,
  "/api/auth/session": session,
  "/api/auth/sessions": ownSessions,
  "/api/auth/sessions/{id}": ownSession,
  "/api/auth/password": password,
  "/api/auth/password-reset": passwordReset,
  "/api/auth/password-reset/confirm": passwordResetConfirm,
  "/api/auth/totp": totp,
  "/api/auth/invitation": invitation,
  "/api/admin/categories": adminCategories,
  "/api/admin/categories/order": categoryOrder,
  "/api/admin/categories/{id}": adminCategory,
  "/api/admin/settings": settings,
  "/api/upload/image": upload,
  "/api/cron/uploads": sweptUploads,
  "/api/health": health,
  "/api/health/ready": ready,
};
