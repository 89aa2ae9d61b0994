import admin from "@/app/admin/_components/admin.module.css";
import { listMessages } from "@/domain/messaging/inbox/queries";
import { resolveFolder } from "@/domain/messaging/inbox/rules";
import type { InboxQuery } from "@/domain/messaging/inbox/schema";
import { toFilterParams } from "../inbox-url";
import { FolderTabs } from "./folder-tabs";
import { ClearFilters } from "./inbox-filters";
import { InboxList } from "./inbox-list";

interface Props {
  query: InboxQuery;
  userId: string;
  assignees: readonly { id: string; username: string }[];
}

export async function InboxResults({ query, userId, assignees }: Props) {
  const { items, pagination, counts } = await listMessages(query, userId);
  const { folder: _, ...filters } = toFilterParams(query);
  const isFiltered = Object.keys(filters).length > 0;
  return (
    <>
      <FolderTabs counts={counts} />
      {items.length > 0 ? (
        <InboxList rows={items} pagination={pagination} userId={userId} assignees={assignees} />
      ) : (
        <div className={`${admin.card} ${admin.empty}`}>
          <p>{isFiltered ? FILTERED : EMPTY[resolveFolder(query)]}</p>
          {isFiltered && <ClearFilters />}
        </div>
      )}
    </>
  );
}

const FILTERED =
  "Aucun message ne répond à cette recherche dans ce dossier. Regardez les autres onglets, ou essayez un autre mot.";

const EMPTY = {
  new: "Rien de nouveau : tous les messages ont été ouverts.",
  open: "Aucun message ouvert n'attend votre réponse.",
  waiting: "Aucun message n'est en attente.",
  replied: "Aucun message répondu pour l'instant.",
  archived: "Aucun message archivé.",
  spam: "Aucun message indésirable.",
  all: "Aucun message pour l'instant. Ceux du formulaire de contact arrivent ici.",
};
