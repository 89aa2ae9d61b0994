import type { Metadata } from "next";
import admin from "@/app/admin/_components/admin.module.css";
import { AdminPage } from "@/app/admin/_components/page/admin-page";
import { FLAG_VARIANTS } from "@/domain/analytics/experiments/flag-variants";
import { getSlotTraffic, listExperiments } from "@/domain/analytics/experiments/queries";
import { MAX_VARIANTS } from "@/domain/analytics/experiments/schema";
import { getQuantiles } from "@/domain/analytics/experiments/statistics";
import { requireStaff } from "@/lib/auth/page-guard";
import { can } from "@/lib/auth/permissions";
import { env } from "@/lib/env";
import type { FormChoices } from "../_experiments/experiment-form";
import { ExperimentList } from "../_experiments/experiment-list";
import { EXPERIMENTS_PATH } from "../_experiments/experiment-urls";
import { AnalyticsTabs } from "../analytics-tabs";

export const metadata: Metadata = { title: "Essais" };

export default async function ExperimentsPage() {
  const { role } = await requireStaff("analytics.read", EXPERIMENTS_PATH);
  const mayWrite = can({ role }, "analytics.write");
  const [experiments, choices] = await Promise.all([
    listExperiments(),
    mayWrite ? readChoices() : null,
  ]);
  return (
    <AdminPage title="Statistiques">
      <AnalyticsTabs current="experiments" />
      <p className={admin.hint}>
        Un essai montre des versions différentes à des visiteurs tirés au sort, et compte lesquels
        vont jusqu'au but. Seuls participent ceux qui ont accepté les cookies.
      </p>
      <ExperimentList experiments={experiments} choices={choices} />
    </AdminPage>
  );
}

async function readChoices(): Promise<FormChoices> {
  const [hero, cards, buttons, whatsapp] = await Promise.all([
    getSlotTraffic("hero"),
    getSlotTraffic("cards"),
    getSlotTraffic("buttons"),
    getSlotTraffic("whatsapp"),
  ]);
  return {
    traffic: { hero, cards, buttons, whatsapp },
    quantiles: Array.from({ length: MAX_VARIANTS }, (_, i) => getQuantiles(i + 1)),
    hasFlags: env.NEXT_PUBLIC_POSTHOG_KEY !== undefined,
    flagVariants: FLAG_VARIANTS,
  };
}
