"use client";

import { Upload } from "lucide-react";
import { useState } from "react";
import { Modal } from "@/app/admin/_components/dialogs/modal";
import { ImportForm } from "./import-form";

export function ImportButton() {
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <button type="button" className="button" onClick={() => setOpen(true)}>
        <Upload aria-hidden="true" />
        Importer une liste
      </button>
      <Modal open={isOpen} onClose={close} title="Importer une liste">
        <ImportForm onDone={close} />
      </Modal>
    </>
  );
}
