-- One row per intent of a search and per kind of event; the events of later kinds have no searchId.
ALTER TABLE "AnalyticsEvent" ADD COLUMN "searchId" TEXT, ADD COLUMN "locale" "Language";

CREATE UNIQUE INDEX "AnalyticsEvent_eventType_searchId_key" ON "AnalyticsEvent"("eventType", "searchId");
