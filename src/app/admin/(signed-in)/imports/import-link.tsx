import { Upload } from "lucide-react";
import Link from "next/link";

export function ImportLink() {
  return (
    <Link className="button" href="/admin/imports/new" prefetch={false}>
      <Upload aria-hidden="true" />
      Importer un fichier
    </Link>
  );
}
