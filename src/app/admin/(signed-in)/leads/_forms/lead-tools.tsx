"use client";

import { useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { Modal } from "@/app/admin/_components/dialogs/modal";
import { toastSuccess } from "@/app/admin/_components/dialogs/toast";
import { useHydrated } from "@/app/admin/_components/page/use-hydrated";
import { SmallButton } from "@/app/admin/_components/small-button";
import type { Lead } from "@/domain/messaging/leads/schema";
import { useLeadList } from "../_list/lead-list-context";
import styles from "../leads.module.css";
import { DeleteLead } from "./delete-lead";
import { LeadForm } from "./lead-form";
import { SaleForm } from "./sale-form";
import { useLeadChange } from "./use-lead-change";

const STEPS = [
  ["REPLIED", "Répondu"],
  ["QUOTED", "Devis"],
  ["SOLD", "Vendu"],
  ["LOST", "Perdu"],
] as const;

/** One tap marks a lead, and a second one on the same button takes the mark back. A sale asks for its amount first. */
export function LeadTools({ lead }: { lead: Lead }) {
  const { mayChange, mayDelete } = useLeadList();
  const [dialog, setDialog] = useState<"sale" | "details" | null>(null);
  const { change, finish, isPending } = useLeadChange(lead);
  const isReady = useHydrated();
  if (!mayChange) return null;
  const close = () => setDialog(null);
  return (
    <div className={styles.tools}>
      <fieldset className={styles.steps} disabled={isPending || !isReady}>
        <legend className="visually-hidden">Suite donnée à {lead.reference}</legend>
        {STEPS.map(([status, label]) => (
          <button
            key={status}
            type="button"
            aria-pressed={lead.status === status}
            onClick={() => {
              if (lead.status === status) void change({ status: "NEW" });
              else if (status === "SOLD") setDialog("sale");
              else void change({ status });
            }}
          >
            {label}
          </button>
        ))}
      </fieldset>
      <div className={admin.row}>
        <SmallButton variant="ghost" disabled={!isReady} onClick={() => setDialog("details")}>
          {lead.note ? "Modifier la note" : "Note"}
        </SmallButton>
        {mayDelete && lead.kind === "WHATSAPP" && <DeleteLead lead={lead} />}
      </div>
      <Modal
        open={dialog === "sale"}
        onClose={close}
        title={`Vente ${lead.reference}`}
        placement="bottom"
      >
        <SaleForm
          lead={lead}
          onSaved={(saved) => {
            close();
            finish(saved);
          }}
        />
      </Modal>
      <Modal
        open={dialog === "details"}
        onClose={close}
        title={`Demande ${lead.reference}`}
        placement="bottom"
      >
        <LeadForm
          lead={lead}
          onSaved={() => {
            close();
            toastSuccess("Demande enregistrée.");
          }}
        />
      </Modal>
    </div>
  );
}
