"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { TextField } from "@/app/admin/_components/fields/fields";
import type { ImportView } from "@/domain/catalogue/import-rows/schema";
import { toAppError } from "@/lib/errors";
import { api } from "@/lib/http/api-client";
import { getFieldMessages } from "@/ui/form/use-api-form";

export function UploadStep() {
  const router = useRouter();
  const [isPending, setPending] = useState(false);
  const [message, setMessage] = useState<string>();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const body = new FormData(event.currentTarget);
    setPending(true);
    setMessage(undefined);
    try {
      const { operation } = await api<ImportView>("/api/admin/imports", { method: "POST", body });
      router.push(`/admin/imports/new?import=${operation.id}`);
    } catch (thrown) {
      const error = toAppError(thrown);
      setMessage(getFieldMessages(error).file ?? error.message);
      setPending(false);
    }
  };
  return (
    <form onSubmit={submit} method="post" className={admin.card} noValidate>
      <p>
        Un fichier CSV ou Excel de 10 Mo au plus : un export de cette boutique, de WooCommerce ou de
        Shopify, ou la liste d'un fournisseur. Rien ne change avant que vous ayez vu le résultat de
        la vérification.
      </p>
      <TextField
        label="Fichier"
        name="file"
        type="file"
        accept=".csv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        error={message}
        required
      />
      <div className={admin.row}>
        <button type="submit" className="button" disabled={isPending}>
          {isPending ? "Lecture du fichier…" : "Lire le fichier"}
        </button>
        <a
          className="button"
          data-variant="quiet"
          href="/api/admin/products/export?format=xlsx"
          download
        >
          Exporter les produits comme modèle
        </a>
      </div>
    </form>
  );
}
