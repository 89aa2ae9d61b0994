"use client";

import { Pencil } from "lucide-react";
import { useRouter } from "next/navigation";
import {
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from "react";
import { flushSync } from "react-dom";
import { toastError, toastSuccess } from "@/app/admin/_components/dialogs/toast";
import { IconButton } from "@/app/admin/_components/icon-button";
import { SmallButton } from "@/app/admin/_components/small-button";
import { UserText } from "@/app/admin/_components/text/user-text";
import type { StaffProductRow } from "@/domain/catalogue/products/schema";
import { type AppError, toAppError } from "@/lib/errors";
import { getFieldMessages } from "@/ui/form/use-api-form";
import { patchProduct } from "../../product-requests";
import styles from "./inline-edit.module.css";

interface Control {
  id: string;
  value: string;
  "aria-label": string;
  "aria-invalid": boolean;
  "aria-describedby": string;
  onChange: (event: { target: { value: string } }) => void;
}

interface Props {
  row: StaffProductRow;
  field: "basePrice" | "categoryId";
  value: string;
  /** "Prix" */
  label: string;
  /** What the cell shows while it is not edited. */
  children: ReactNode;
  renderControl: (control: Control) => ReactNode;
}

/** A cell of the list whose value can be changed in place: Enter saves, Escape leaves it as it was. */
export function InlineEdit(props: Props) {
  const { row, label, children } = props;
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const close = () => {
    flushSync(() => setOpen(false));
    opener.current?.focus();
  };
  if (isOpen) return <EditForm {...props} onClose={close} />;
  return (
    <div className={styles.cell}>
      <div>{children}</div>
      <IconButton
        ref={opener}
        className={styles.open}
        label={
          <>
            {label} de « <UserText text={row.name} /> » : modifier
          </>
        }
        onClick={() => setOpen(true)}
      >
        <Pencil aria-hidden="true" size={16} />
      </IconButton>
    </div>
  );
}

function EditForm({
  row,
  field,
  value,
  label,
  renderControl,
  onClose,
}: Props & { onClose: () => void }) {
  const { refresh } = useRouter();
  const id = useId();
  const [text, setText] = useState(value);
  const [error, setError] = useState<AppError | null>(null);
  const [isPending, setPending] = useState(false);
  useEffect(() => document.getElementById(id)?.focus(), [id]);
  const isQuestion = error?.details !== undefined && "confirmHighPrice" in error.details;
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (text === value) return onClose();
    setPending(true);
    try {
      const { product } = await patchProduct(row.id, {
        version: row.version,
        [field]: text,
        confirmHighPrice: isQuestion || undefined,
      });
      const undo = () =>
        patchProduct(row.id, { version: product.version, [field]: value }).then(
          refresh,
          toastError,
        );
      toastSuccess(`« ${row.name} » est enregistré`, { undo });
      refresh();
      onClose();
    } catch (thrown) {
      setError(toAppError(thrown));
      setPending(false);
    }
  };
  const leave = ({ key }: KeyboardEvent) => {
    if (key === "Escape") onClose();
  };
  return (
    <form className={styles.form} onSubmit={(event) => void save(event)} onKeyDown={leave}>
      {renderControl({
        id,
        value: text,
        "aria-label": `${label} de « ${row.name} »`,
        "aria-invalid": error !== null,
        "aria-describedby": `${id}-erreur`,
        onChange: ({ target }) => {
          setText(target.value);
          setError(null);
        },
      })}
      <div className={styles.actions}>
        <button type="submit" className="button" data-size="small" disabled={isPending}>
          {isQuestion ? "Oui, enregistrer" : "Enregistrer"}
        </button>
        <SmallButton onClick={onClose}>Annuler</SmallButton>
      </div>
      <p id={`${id}-erreur`} role="alert" className={styles.error}>
        {error && (getFieldMessages(error)[field] ?? error.message)}
      </p>
    </form>
  );
}
