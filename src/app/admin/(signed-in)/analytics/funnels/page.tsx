import type { Metadata } from "next";
import admin from "@/app/admin/_components/admin.module.css";
import { AdminPage } from "@/app/admin/_components/page/admin-page";
import { listFilterChoices } from "@/domain/analytics/definitions/choices-queries";
import { listDefinitions } from "@/domain/analytics/definitions/queries";
import { summarize } from "@/domain/analytics/definitions/summary";
import {
  DEFAULT_FUNNEL,
  DEFAULT_FUNNEL_ID,
  DEFAULT_FUNNEL_NAME,
} from "@/domain/analytics/funnels/default-funnel";
import { findNames } from "@/domain/analytics/report/names-queries";
import { requireStaff } from "@/lib/auth/page-guard";
import { can } from "@/lib/auth/permissions";
import { FunnelList } from "../_funnels/funnel-list";
import { FUNNELS_PATH } from "../_funnels/funnel-urls";
import { AnalyticsTabs } from "../analytics-tabs";

export const metadata: Metadata = { title: "Entonnoirs" };

export default async function FunnelsPage() {
  const { role } = await requireStaff("analytics.read", FUNNELS_PATH);
  const [funnels, choices] = await Promise.all([listDefinitions("FUNNEL"), listFilterChoices()]);
  const names = await findNames(
    funnels.flatMap(({ definition }) => definition.steps.flatMap(({ conditions }) => conditions)),
  );
  const standard = {
    kind: "FUNNEL",
    id: DEFAULT_FUNNEL_ID,
    name: DEFAULT_FUNNEL_NAME,
    definition: DEFAULT_FUNNEL,
    version: 1,
  } as const;
  return (
    <AdminPage title="Statistiques">
      <AnalyticsTabs current="funnels" />
      <p className={admin.hint}>
        Un entonnoir montre combien de visites vont d'une étape à la suivante, et où les autres
        s'arrêtent.
      </p>
      <FunnelList
        standard={{ ...standard, summary: summarize(standard, names) }}
        funnels={funnels.map((funnel) => ({ ...funnel, summary: summarize(funnel, names) }))}
        choices={choices}
        names={Object.fromEntries(names)}
        mayWrite={can({ role }, "analytics.write")}
      />
    </AdminPage>
  );
}
