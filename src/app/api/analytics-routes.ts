import type { RouteModule } from "@/lib/http/openapi";
import * as analyticsDefinition from "./admin/analytics/definitions/[id]/route";
import * as analyticsDefinitions from "./admin/analytics/definitions/route";
import * as experimentAction from "./admin/analytics/experiments/[id]/actions/route";
import * as experiment from "./admin/analytics/experiments/[id]/route";
import * as experiments from "./admin/analytics/experiments/route";
import * as analyticsExport from "./admin/analytics/export/route";
import * as analyticsFunnel from "./admin/analytics/funnels/[id]/route";
import * as analyticsReportExport from "./admin/analytics/reports/[id]/export/route";
import * as analyticsReport from "./admin/analytics/reports/[id]/route";
import * as adminAnalytics from "./admin/analytics/route";
import * as analyticsShare from "./admin/analytics/shares/[id]/route";
import * as analyticsShares from "./admin/analytics/shares/route";

/** The routes of the figures of visits. */
export const ANALYTICS_ROUTES: Record<string, RouteModule> = {
  "/api/admin/analytics": adminAnalytics,
  "/api/admin/analytics/export": analyticsExport,
  "/api/admin/analytics/definitions": analyticsDefinitions,
  "/api/admin/analytics/definitions/{id}": analyticsDefinition,
  "/api/admin/analytics/experiments": experiments,
  "/api/admin/analytics/experiments/{id}": experiment,
  "/api/admin/analytics/experiments/{id}/actions": experimentAction,
  "/api/admin/analytics/funnels/{id}": analyticsFunnel,
  "/api/admin/analytics/reports/{id}": analyticsReport,
  "/api/admin/analytics/reports/{id}/export": analyticsReportExport,
  "/api/admin/analytics/shares": analyticsShares,
  "/api/admin/analytics/shares/{id}": analyticsShare,
};
