"use client";

import type { Editor } from "@tiptap/react";
import { type KeyboardEvent, useRef, useState } from "react";
import admin from "../admin.module.css";
import { Modal } from "../dialogs/modal";
import { TextField } from "../fields/fields";

interface Props {
  editor: Editor;
  open: boolean;
  onClose: () => void;
}

const LINK_ADDRESS = /^(https?:\/\/|mailto:|tel:)\S+$/i;

/** Completes "exemple.ma" to "https://exemple.ma"; returns null if the text is not a link address. */
function parseLinkAddress(text: string): string | null {
  const typed = text.trim();
  if (LINK_ADDRESS.test(typed)) return typed;
  return /^[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(typed) ? `https://${typed}` : null;
}

export function LinkDialog({ editor, open, onClose }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string>();
  const currentHref = (editor.getAttributes("link").href as string | undefined) ?? "";
  const close = () => {
    setProblem(undefined);
    onClose();
  };
  const set = () => {
    const href = parseLinkAddress(input.current?.value ?? "");
    if (!href) return setProblem("Écrivez une adresse comme https://exemple.ma.");
    const chain = editor.chain().focus().extendMarkRange("link");
    if (editor.state.selection.empty && currentHref === "") {
      chain.insertContent({ type: "text", text: href, marks: [{ type: "link", attrs: { href } }] });
    } else {
      chain.setLink({ href });
    }
    chain.run();
    close();
  };
  const remove = () => {
    editor.chain().focus().extendMarkRange("link").unsetLink().run();
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    set();
  };
  return (
    <Modal open={open} onClose={close} title="Lien">
      <TextField
        label="Adresse"
        name="href"
        id={`lien-${editor.view.dom.id}`}
        error={problem}
        ref={input}
        type="url"
        dir="ltr"
        inputMode="url"
        defaultValue={currentHref}
        onKeyDown={onKeyDown}
      />
      <div className={admin.row}>
        <button type="button" className="button" onClick={set}>
          Poser le lien
        </button>
        {currentHref && (
          <button type="button" className="button" data-variant="quiet" onClick={remove}>
            Retirer le lien
          </button>
        )}
      </div>
    </Modal>
  );
}
