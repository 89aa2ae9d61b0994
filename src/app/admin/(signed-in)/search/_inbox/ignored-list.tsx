"use client";

import { useRouter } from "next/navigation";
import { toastError, toastSuccess } from "@/app/admin/_components/dialogs/toast";
import rows from "@/app/admin/_components/records/record-rows.module.css";
import { SmallButton } from "@/app/admin/_components/small-button";
import { UserText } from "@/app/admin/_components/text/user-text";
import type { IgnoredSearch } from "@/domain/search/report/schema";
import { api } from "@/lib/http/api-client";
import styles from "../search.module.css";

interface Props {
  searches: readonly IgnoredSearch[];
  mayWrite: boolean;
}

export function IgnoredList({ searches, mayWrite }: Props) {
  const router = useRouter();
  const restore = async (id: string) => {
    try {
      await api(`/api/admin/search/ignored/${id}`, { method: "DELETE" });
      toastSuccess("Recherche remise dans la liste");
      router.refresh();
    } catch (error) {
      toastError(error);
    }
  };
  return (
    <details className={styles.details}>
      <summary>Recherches ignorées ({searches.length})</summary>
      <ul className={rows.list} aria-label="Recherches ignorées" data-plain>
        {searches.map(({ id, query }) => (
          <li key={id} className={rows.row}>
            <UserText text={query} className={rows.what} />
            {mayWrite && (
              <SmallButton
                aria-label={`Remettre « ${query} » dans la liste`}
                onClick={() => void restore(id)}
              >
                Remettre
              </SmallButton>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
