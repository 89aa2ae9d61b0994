-- The audience is frozen as the campaign's messages: no bound is needed beside them.
ALTER TABLE "Campaign" DROP COLUMN "maxSubscriberId";
