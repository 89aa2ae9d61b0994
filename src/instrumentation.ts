/** Next calls it once per server, before the first request. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { patchNodeServer } = await import("@/app/_front/node-server");
  const { countPageRequest } = await import("@/app/_front/page-limit");
  const { createVariantFilter } = await import("@/app/_front/variant-filter");
  const { listVariantCodes } = await import("@/domain/analytics/experiments/queries");
  const filterVariants = createVariantFilter(listVariantCodes);
  const isSelfHosted = process.env.NODE_ENV === "production" && !process.env.VERCEL;
  patchNodeServer({ isSelfHosted, countPageRequest, filterVariants });
  if (process.env.VERCEL || process.env.NEXT_PHASE === "phase-production-build") return;
  const { startPublicationClock } = await import("@/domain/catalogue/publication/clock");
  startPublicationClock();
  const { startIndexingClock } = await import("@/domain/search/meilisearch/clock");
  startIndexingClock();
  const { startRollupClock } = await import("@/domain/analytics/rollup/clock");
  startRollupClock();
  const { startOperationClock } = await import("@/domain/catalogue/operation-kinds/clock");
  const { uploadImage } = await import("@/domain/media/upload-commands");
  startOperationClock(uploadImage);
  const { startWeeklyClock } = await import("@/domain/analytics/weekly/clock");
  const { sendDueMails } = await import("@/domain/outbox/sender-commands");
  startWeeklyClock(sendDueMails);
}
