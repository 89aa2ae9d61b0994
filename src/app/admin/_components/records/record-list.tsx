"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { api } from "@/lib/http/api-client";
import admin from "../admin.module.css";
import { ConfirmDialog } from "../dialogs/confirm-dialog";
import { Modal } from "../dialogs/modal";
import { toastSuccess } from "../dialogs/toast";
import { SmallButton } from "../small-button";

interface Words {
  /** The name of the list for screen readers: "Réponses types". */
  list: string;
  /** Shown instead of an empty list. */
  empty: string;
  create: string;
  edit: string;
  remove: string;
  saved: string;
  removed: string;
}

interface Props<T> {
  records: readonly T[];
  mayWrite: boolean;
  /** The route of the list; a record's route is below it. */
  path: `/api/${string}`;
  words: Words;
  /** The record in the labels of its buttons: "Modifier « Livraison »". */
  getName: (record: T) => string;
  listClassName: string | undefined;
  itemClassName: string | undefined;
  renderRecord: (record: T) => ReactNode;
  /** The form in the dialog; null creates a record. */
  renderForm: (record: T | null, onSaved: () => void) => ReactNode;
  /** What the deletion changes. */
  renderQuestion: (record: T) => ReactNode;
}

/** A short list whose records are created and edited in a dialog. */
export function RecordList<T extends { id: string }>(props: Props<T>) {
  const { records, mayWrite, path, words, getName, renderForm, renderQuestion } = props;
  const router = useRouter();
  const [edited, setEdited] = useState<T | "new" | null>(null);
  const [deleting, setDeleting] = useState<T | null>(null);
  const finish = (message: string) => {
    setEdited(null);
    toastSuccess(message);
    router.refresh();
  };
  const remove = async () => {
    await api(`${path}/${deleting?.id ?? ""}`, { method: "DELETE" });
    finish(words.removed);
  };
  return (
    <>
      {mayWrite && (
        <div className={admin.row}>
          <button type="button" className="button" onClick={() => setEdited("new")}>
            {words.create}
          </button>
        </div>
      )}
      {records.length === 0 ? (
        <p className={`${admin.card} ${admin.empty}`}>{words.empty}</p>
      ) : (
        <ul className={props.listClassName} aria-label={words.list} data-plain>
          {records.map((record) => (
            <li key={record.id} className={props.itemClassName}>
              {props.renderRecord(record)}
              {mayWrite && (
                <RecordButtons
                  name={getName(record)}
                  onEdit={() => setEdited(record)}
                  onDelete={() => setDeleting(record)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      <Modal
        open={edited !== null}
        onClose={() => setEdited(null)}
        title={edited === "new" ? words.create : words.edit}
      >
        {edited !== null && renderForm(edited === "new" ? null : edited, () => finish(words.saved))}
      </Modal>
      <ConfirmDialog
        open={deleting !== null}
        danger
        title={words.remove}
        confirmLabel="Supprimer"
        onConfirm={remove}
        onClose={() => setDeleting(null)}
      >
        <p>{deleting && renderQuestion(deleting)}</p>
      </ConfirmDialog>
    </>
  );
}

interface ButtonProps {
  name: string;
  onEdit: () => void;
  onDelete: () => void;
}

function RecordButtons({ name, onEdit, onDelete }: ButtonProps) {
  return (
    <div className={admin.row}>
      <SmallButton aria-label={`Modifier « ${name} »`} onClick={onEdit}>
        Modifier
      </SmallButton>
      <SmallButton aria-label={`Supprimer « ${name} »`} onClick={onDelete}>
        Supprimer
      </SmallButton>
    </div>
  );
}
