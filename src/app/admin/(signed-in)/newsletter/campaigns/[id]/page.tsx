import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AdminPage } from "@/app/admin/_components/page/admin-page";
import { listDefinitions } from "@/domain/analytics/definitions/queries";
import { NO_SUBJECT } from "@/domain/campaigns/labels";
import { getCampaign } from "@/domain/campaigns/queries";
import { CampaignId, type StaffCampaign } from "@/domain/campaigns/schema";
import { countAudience } from "@/domain/campaigns/sending/audience-commands";
import { listVisibleCards } from "@/domain/catalogue/products/queries";
import { requireStaff } from "@/lib/auth/page-guard";
import { can, type Role } from "@/lib/auth/permissions";
import { toAppError } from "@/lib/errors";
import { CampaignEditor } from "./_editor/campaign-editor";
import { CampaignProgress } from "./_report/campaign-progress";

export const metadata: Metadata = { title: "Campagne" };

interface Props {
  params: Promise<{ id: string }>;
}

const TRAIL = [
  { label: "Newsletter", href: "/admin/newsletter" },
  { label: "Campagnes", href: "/admin/newsletter/campaigns" },
];

export default async function CampaignPage({ params }: Props) {
  const { id } = await params;
  const user = await requireStaff("newsletter.read", `/admin/newsletter/campaigns/${id}`);
  const campaign = await getCampaignOrNotFound(id);
  const title = campaign.subject || NO_SUBJECT;
  const isDraft = campaign.status === "DRAFT" && can(user, "newsletter.write");
  return (
    <AdminPage title={title} trail={TRAIL}>
      {isDraft ? (
        <Editor campaign={campaign} role={user.role} email={user.email} userId={user.id} />
      ) : (
        <CampaignProgress
          campaign={campaign}
          canSend={can(user, "newsletter.send")}
          canWrite={can(user, "newsletter.write")}
        />
      )}
    </AdminPage>
  );
}

interface EditorProps {
  campaign: StaffCampaign;
  role: Role;
  email: string;
  userId: string;
}

async function Editor({ campaign, role, email, userId }: EditorProps) {
  const ids = campaign.blocks.flatMap((block) =>
    block.kind === "products" ? block.productIds : [],
  );
  const [cards, audienceCount, segments] = await Promise.all([
    listVisibleCards([...new Set(ids)]),
    countAudience(campaign.audience),
    listDefinitions("SEGMENT"),
  ]);
  const names = Object.fromEntries(cards.map(({ id, name }) => [id, name]));
  return (
    <CampaignEditor
      key={campaign.id}
      campaign={campaign}
      canSend={can({ role }, "newsletter.send")}
      staff={{ id: userId, email }}
      productNames={names}
      audienceCount={audienceCount}
      segments={segments.map(({ id, name }) => ({ id, name }))}
    />
  );
}

async function getCampaignOrNotFound(id: string): Promise<StaffCampaign> {
  if (!CampaignId.safeParse({ id }).success) notFound();
  try {
    return await getCampaign(id);
  } catch (error) {
    if (toAppError(error).code === "NOT_FOUND") notFound();
    throw error;
  }
}
