import type { RouteModule } from "@/lib/http/openapi";
import * as audit from "./admin/audit/route";
import * as cannedReply from "./admin/canned-replies/[id]/route";
import * as cannedReplies from "./admin/canned-replies/route";
import * as adminCategory from "./admin/categories/[id]/route";
import * as categoryOrder from "./admin/categories/order/route";
import * as adminCategories from "./admin/categories/route";
import * as importApply from "./admin/imports/[id]/apply/route";
import * as importCheck from "./admin/imports/[id]/check/route";
import * as importImages from "./admin/imports/[id]/images/route";
import * as importItems from "./admin/imports/[id]/items/route";
import * as importReport from "./admin/imports/[id]/report/route";
import * as adminImport from "./admin/imports/[id]/route";
import * as adminImports from "./admin/imports/route";
import * as importTicket from "./admin/imports/ticket/route";
import * as lead from "./admin/leads/[id]/route";
import * as leads from "./admin/leads/route";
import * as messageNotes from "./admin/messages/[id]/notes/route";
import * as messageReplies from "./admin/messages/[id]/replies/route";
import * as message from "./admin/messages/[id]/route";
import * as messagesBulk from "./admin/messages/bulk/route";
import * as messages from "./admin/messages/route";
import * as unreadMessages from "./admin/messages/unread/route";
import * as cancelCampaign from "./admin/newsletter/campaign/[id]/cancel/route";
import * as duplicateCampaign from "./admin/newsletter/campaign/[id]/duplicate/route";
import * as pauseCampaign from "./admin/newsletter/campaign/[id]/pause/route";
import * as previewCampaign from "./admin/newsletter/campaign/[id]/preview/route";
import * as resumeCampaign from "./admin/newsletter/campaign/[id]/resume/route";
import * as adminCampaign from "./admin/newsletter/campaign/[id]/route";
import * as scheduleCampaign from "./admin/newsletter/campaign/[id]/schedule/route";
import * as sendCampaign from "./admin/newsletter/campaign/[id]/send/route";
import * as testCampaign from "./admin/newsletter/campaign/[id]/test/route";
import * as campaignAudience from "./admin/newsletter/campaign/audience/route";
import * as adminCampaigns from "./admin/newsletter/campaign/route";
import * as subscriber from "./admin/newsletter/subscribers/[id]/route";
import * as subscriberImport from "./admin/newsletter/subscribers/import/route";
import * as subscribers from "./admin/newsletter/subscribers/route";
import * as cancelOperation from "./admin/operations/[id]/cancel/route";
import * as operationItems from "./admin/operations/[id]/items/route";
import * as operation from "./admin/operations/[id]/route";
import * as undoOperation from "./admin/operations/[id]/undo/route";
import * as operations from "./admin/operations/route";
import * as outboxRetry from "./admin/outbox/[id]/retry/route";
import * as outbox from "./admin/outbox/route";
import * as presence from "./admin/presence/route";
import * as adminDuplicate from "./admin/products/[id]/duplicate/route";
import * as productImage from "./admin/products/[id]/images/[imageId]/route";
import * as productImages from "./admin/products/[id]/images/route";
import * as adminPermanent from "./admin/products/[id]/permanent/route";
import * as adminPreview from "./admin/products/[id]/preview/route";
import * as adminRestore from "./admin/products/[id]/restore/route";
import * as adminProduct from "./admin/products/[id]/route";
import * as adminVersionRestore from "./admin/products/[id]/versions/[version]/restore/route";
import * as adminVersions from "./admin/products/[id]/versions/route";
import * as bulkChanges from "./admin/products/bulk/changes/route";
import * as bulkPreview from "./admin/products/bulk/preview/route";
import * as adminBulk from "./admin/products/bulk/route";
import * as adminProductExport from "./admin/products/export/route";
import * as productGrid from "./admin/products/grid/route";
import * as adminProducts from "./admin/products/route";
import * as ignoredSearch from "./admin/search/ignored/[id]/route";
import * as ignoredSearches from "./admin/search/ignored/route";
import * as searchIndex from "./admin/search/index/route";
import * as searchReport from "./admin/search/report/route";
import * as searchRule from "./admin/search/rules/[id]/route";
import * as searchRules from "./admin/search/rules/route";
import * as synonym from "./admin/search/synonyms/[id]/route";
import * as synonyms from "./admin/search/synonyms/route";
import * as settings from "./admin/settings/route";
import * as disableUser from "./admin/users/[id]/disable/route";
import * as enableUser from "./admin/users/[id]/enable/route";
import * as resendInvitation from "./admin/users/[id]/invitation/route";
import * as resetSecondFactor from "./admin/users/[id]/reset-second-factor/route";
import * as user from "./admin/users/[id]/route";
import * as users from "./admin/users/route";
import * as countingChoice from "./analytics/choice/route";
import * as track from "./analytics/track/route";
import { ANALYTICS_ROUTES } from "./analytics-routes";
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
import * as analyticsRollup from "./cron/analytics-rollup/route";
import * as cronCampaigns from "./cron/campaigns/route";
import * as cronOutbox from "./cron/outbox/route";
import * as cronProductOperations from "./cron/product-operations/route";
import * as cronPublish from "./cron/publish/route";
import * as retention from "./cron/retention/route";
import * as cronSearchIndex from "./cron/search-index/route";
import * as cronSessions from "./cron/sessions/route";
import * as cronUploads from "./cron/uploads/route";
import * as cronWeeklyFigures from "./cron/weekly-figures/route";
import * as ready from "./health/ready/route";
import * as health from "./health/route";
import * as categories from "./public/categories/route";
import * as consent from "./public/consent/route";
import * as contactToken from "./public/contact/form-token/route";
import * as contact from "./public/contact/route";
import * as newsletterConfirm from "./public/newsletter/confirm/route";
import * as newsletterErase from "./public/newsletter/erase/route";
import * as newsletterExport from "./public/newsletter/export/route";
import * as newsletterLinks from "./public/newsletter/links/route";
import * as newsletterPreferences from "./public/newsletter/preferences/route";
import * as newsletterSubscribe from "./public/newsletter/subscribe/route";
import * as newsletterUnsubscribe from "./public/newsletter/unsubscribe/route";
import * as product from "./public/products/[slug]/route";
import * as products from "./public/products/route";
import * as search from "./public/products/search/route";
import * as suggest from "./public/products/search/suggest/route";
import * as relay from "./relay/[...path]/route";
import * as upload from "./upload/image/route";
import * as resendWebhook from "./webhooks/resend/route";

/** Every route by its path. A test lists the route files and fails when one is missing here. */
export const ROUTES: Record<string, RouteModule> = {
  "/api/public/products": products,
  "/api/public/products/search": search,
  "/api/public/products/search/suggest": suggest,
  "/api/public/products/{slug}": product,
  "/api/analytics/choice": countingChoice,
  "/api/analytics/track": track,
  "/api/relay/{path}": relay,
  "/api/public/categories": categories,
  "/api/public/contact": contact,
  "/api/public/contact/form-token": contactToken,
  "/api/public/consent": consent,
  "/api/public/newsletter/subscribe": newsletterSubscribe,
  "/api/public/newsletter/confirm": newsletterConfirm,
  "/api/public/newsletter/unsubscribe": newsletterUnsubscribe,
  "/api/public/newsletter/links": newsletterLinks,
  "/api/public/newsletter/preferences": newsletterPreferences,
  "/api/public/newsletter/export": newsletterExport,
  "/api/public/newsletter/erase": newsletterErase,
  "/api/admin/products": adminProducts,
  "/api/admin/imports": adminImports,
  "/api/admin/imports/ticket": importTicket,
  "/api/admin/imports/{id}": adminImport,
  "/api/admin/imports/{id}/check": importCheck,
  "/api/admin/imports/{id}/items": importItems,
  "/api/admin/imports/{id}/images": importImages,
  "/api/admin/imports/{id}/report": importReport,
  "/api/admin/imports/{id}/apply": importApply,
  "/api/admin/products/bulk": adminBulk,
  "/api/admin/products/export": adminProductExport,
  "/api/admin/products/grid": productGrid,
  "/api/admin/products/bulk/preview": bulkPreview,
  "/api/admin/products/bulk/changes": bulkChanges,
  "/api/admin/operations": operations,
  "/api/admin/operations/{id}": operation,
  "/api/admin/operations/{id}/items": operationItems,
  "/api/admin/operations/{id}/undo": undoOperation,
  "/api/admin/operations/{id}/cancel": cancelOperation,
  "/api/admin/products/{id}": adminProduct,
  "/api/admin/products/{id}/images": productImages,
  "/api/admin/products/{id}/images/{imageId}": productImage,
  "/api/admin/products/{id}/restore": adminRestore,
  "/api/admin/products/{id}/permanent": adminPermanent,
  "/api/admin/products/{id}/duplicate": adminDuplicate,
  "/api/admin/products/{id}/preview": adminPreview,
  "/api/admin/products/{id}/versions": adminVersions,
  "/api/admin/products/{id}/versions/{version}/restore": adminVersionRestore,
  "/api/admin/presence": presence,
  "/api/admin/outbox": outbox,
  "/api/admin/outbox/{id}/retry": outboxRetry,
  "/api/cron/analytics-rollup": analyticsRollup,
  "/api/cron/outbox": cronOutbox,
  "/api/webhooks/resend": resendWebhook,
  "/api/admin/leads": leads,
  "/api/admin/leads/{id}": lead,
  "/api/admin/messages": messages,
  "/api/admin/messages/bulk": messagesBulk,
  "/api/admin/messages/unread": unreadMessages,
  "/api/admin/messages/{id}": message,
  "/api/admin/messages/{id}/replies": messageReplies,
  "/api/admin/messages/{id}/notes": messageNotes,
  "/api/admin/canned-replies": cannedReplies,
  "/api/admin/canned-replies/{id}": cannedReply,
  "/api/cron/publish": cronPublish,
  "/api/cron/retention": retention,
  "/api/cron/sessions": cronSessions,
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
  "/api/admin/newsletter/subscribers": subscribers,
  "/api/admin/newsletter/subscribers/import": subscriberImport,
  "/api/admin/newsletter/subscribers/{id}": subscriber,
  "/api/admin/search/index": searchIndex,
  ...ANALYTICS_ROUTES,
  "/api/admin/search/report": searchReport,
  "/api/admin/search/synonyms": synonyms,
  "/api/admin/search/synonyms/{id}": synonym,
  "/api/admin/search/rules": searchRules,
  "/api/admin/search/rules/{id}": searchRule,
  "/api/admin/search/ignored": ignoredSearches,
  "/api/admin/search/ignored/{id}": ignoredSearch,
  "/api/admin/settings": settings,
  "/api/upload/image": upload,
  "/api/cron/uploads": cronUploads,
  "/api/cron/weekly-figures": cronWeeklyFigures,
  "/api/admin/audit": audit,
  "/api/admin/users": users,
  "/api/admin/users/{id}": user,
  "/api/admin/users/{id}/disable": disableUser,
  "/api/admin/users/{id}/enable": enableUser,
  "/api/admin/users/{id}/reset-second-factor": resetSecondFactor,
  "/api/admin/users/{id}/invitation": resendInvitation,
  "/api/health": health,
  "/api/health/ready": ready,
  "/api/admin/newsletter/campaign/audience": campaignAudience,
  "/api/admin/newsletter/campaign/{id}/cancel": cancelCampaign,
  "/api/admin/newsletter/campaign/{id}/duplicate": duplicateCampaign,
  "/api/admin/newsletter/campaign/{id}/pause": pauseCampaign,
  "/api/admin/newsletter/campaign/{id}/preview": previewCampaign,
  "/api/admin/newsletter/campaign/{id}/resume": resumeCampaign,
  "/api/admin/newsletter/campaign/{id}": adminCampaign,
  "/api/admin/newsletter/campaign/{id}/schedule": scheduleCampaign,
  "/api/admin/newsletter/campaign/{id}/send": sendCampaign,
  "/api/admin/newsletter/campaign/{id}/test": testCampaign,
  "/api/admin/newsletter/campaign": adminCampaigns,
  "/api/cron/campaigns": cronCampaigns,
  "/api/cron/search-index": cronSearchIndex,
  "/api/cron/product-operations": cronProductOperations,
};
