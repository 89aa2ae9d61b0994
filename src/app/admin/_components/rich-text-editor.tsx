"use client";

import { TableKit } from "@tiptap/extension-table";
import { EditorContent, useEditor } from "@tiptap/react";
import StarterKit from "@tiptap/starter-kit";
import { useEffect, useRef } from "react";
import styles from "./rich-text.module.css";
import { RichTextToolbar } from "./rich-text-toolbar";

interface Props {
  id: string;
  label: string;
  value: string;
  /** Changes when the field is filled from elsewhere. */
  revision: number;
  arabic: boolean;
  readOnly: boolean;
  describedBy: string | undefined;
  onChange: (html: string) => void;
  /** Mails have none. */
  tables?: boolean;
}

/** The marks that the shop shows, and no more: what is pasted loses the rest at once. */
const TEXT = [
  StarterKit.configure({
    heading: { levels: [3] },
    blockquote: false,
    code: false,
    codeBlock: false,
    horizontalRule: false,
    strike: false,
    underline: false,
    link: { openOnClick: false, defaultProtocol: "https", protocols: ["mailto", "tel"] },
  }),
];
const TEXT_AND_TABLES = [...TEXT, TableKit.configure({ table: { resizable: false } })];

export function RichTextEditor(props: Props) {
  const {
    id,
    label,
    value,
    revision,
    arabic,
    readOnly,
    describedBy,
    onChange,
    tables = true,
  } = props;
  const editor = useEditor({
    extensions: tables ? TEXT_AND_TABLES : TEXT,
    content: value,
    editable: !readOnly,
    immediatelyRender: false,
    injectCSS: false,
    editorProps: {
      attributes: {
        id,
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": label,
        class: styles.text ?? "",
        ...(describedBy && { "aria-describedby": describedBy, "aria-invalid": "true" }),
        ...(arabic && { dir: "rtl", lang: "ar" }),
      },
    },
    onUpdate: ({ editor: changed }) => onChange(changed.isEmpty ? "" : changed.getHTML()),
  });
  const filled = useRef(revision);
  useEffect(() => {
    if (!editor || filled.current === revision) return;
    filled.current = revision;
    if (!editor.isFocused) editor.commands.setContent(value, { emitUpdate: false });
  }, [editor, revision, value]);
  useEffect(() => editor?.setEditable(!readOnly, false), [editor, readOnly]);
  if (!editor) return null;
  return (
    <div className={styles.editor}>
      {!readOnly && <RichTextToolbar editor={editor} label={label} tables={tables} />}
      <EditorContent editor={editor} />
    </div>
  );
}
