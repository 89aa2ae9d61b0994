-- The audience is frozen as the campaign's messages. Those of a campaign that is on its way are written first: whoever was
-- meant at its start, up to the bound that was kept so far, and has not had their turn.
INSERT INTO "CampaignMessage" ("id", "campaignId", "subscriberId")
SELECT gen_random_uuid()::text, c."id", s."id"
FROM "Campaign" c
JOIN "NewsletterSubscriber" s ON s."id" > coalesce(c."lastSubscriberId", '') AND s."id" <= c."maxSubscriberId"
WHERE c."status" IN ('RUNNING', 'PAUSED')
  AND s."status" = 'CONFIRMED'
  AND coalesce(s."confirmedAt", s."subscribedAt") <= c."startedAt"
  AND (c."audience" ->> 'locale' IS NULL OR s."locale"::text = c."audience" ->> 'locale')
  AND (coalesce(c."audience" -> 'sources', '[]') = '[]' OR c."audience" -> 'sources' ? coalesce(s."source", ''))
  AND (c."audience" ->> 'from' IS NULL OR s."subscribedAt" >= (c."audience" ->> 'from')::date::timestamp AT TIME ZONE 'Etc/GMT')
  AND (c."audience" ->> 'to' IS NULL OR s."subscribedAt" < ((c."audience" ->> 'to')::date + 1)::timestamp AT TIME ZONE 'Etc/GMT')
ON CONFLICT ("campaignId", "subscriberId") DO NOTHING;

ALTER TABLE "Campaign" DROP COLUMN "maxSubscriberId";
