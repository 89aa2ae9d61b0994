import Link from "next/link";
import admin from "@/app/admin/_components/admin.module.css";
import type { OperationRow } from "@/domain/catalogue/operations/schema";

const BEFORE_APPLYING = ["UPLOADED", "VALIDATING", "VALIDATED", "REJECTED"];

interface Props {
  operation: OperationRow;
  mayImport: boolean;
}

/** The next step of an import, and its file with the result of each row. */
export function ImportLinks({ operation: { id, kind, state }, mayImport }: Props) {
  if (kind !== "IMPORT") return null;
  return (
    <div className={admin.row}>
      {mayImport && BEFORE_APPLYING.includes(state) && (
        <Link className="button" href={`/admin/imports/new?import=${id}`} prefetch={false}>
          Continuer l'import
        </Link>
      )}
      {state !== "UPLOADED" && (
        <a
          className="button"
          data-variant="quiet"
          href={`/api/admin/imports/${id}/report?format=xlsx`}
          download
        >
          Fichier de résultat
        </a>
      )}
    </div>
  );
}
