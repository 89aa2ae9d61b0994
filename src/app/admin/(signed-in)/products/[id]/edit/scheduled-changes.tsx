import Link from "next/link";
import admin from "@/app/admin/_components/admin.module.css";
import { DateTime } from "@/app/admin/_components/text/date-time";
import { UserText } from "@/app/admin/_components/text/user-text";
import { listScheduledOperations } from "@/domain/catalogue/operations/queries";

/** Announces the bulk changes that will change the product at a later date. */
export async function ScheduledChanges({ productId }: { productId: string }) {
  const operations = await listScheduledOperations(productId);
  if (operations.length === 0) return null;
  return (
    <div className={admin.alert} data-tone="info">
      <ul className={admin.stack} data-plain>
        {operations.map(({ id, title, userName, scheduledAt }) => (
          <li key={id}>
            À partir du <DateTime value={scheduledAt} />
            {" : "}
            <Link href={`/admin/imports/${id}`} prefetch={false}>
              <UserText text={title} />
            </Link>
            {userName && (
              <>
                , programmé par <UserText text={userName} />
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
