import type { MutationExample } from "./mutation-example";
import { buildSubscriber, newEmail } from "./newsletter";

export const NEWSLETTER_MUTATIONS: Record<string, MutationExample> = {
  "POST /api/admin/newsletter/subscribers/import": async () => ({
    body: {
      csv: newEmail(),
      source: "Carnet du comptoir",
      consentedOn: "2026-01-31",
      statement: true,
    },
  }),
  "DELETE /api/admin/newsletter/subscribers/{id}": async () => {
    const { id, email } = await buildSubscriber();
    return { params: { id }, body: { email, suppress: true } };
  },
};
