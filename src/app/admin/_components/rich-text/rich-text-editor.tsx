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
  /** Changes when `value` is replaced from outside, for example by a reset of the form. */
  revision: number;
  arabic: boolean;
  readOnly: boolean;
  describedBy: string | undefined;
  onChange: (html: string) => void;
  /** False for mails, which support no tables. */
  tables?: boolean;
}

/** Only the formatting that the shop renders; the editor drops everything else from pasted text. */
const TEXT_EXTENSIONS = [
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
const TABLE_EXTENSIONS = [...TEXT_EXTENSIONS, TableKit.configure({ table: { resizable: false } })];

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
    extensions: tables ? TABLE_EXTENSIONS : TEXT_EXTENSIONS,
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
  const appliedRevision = useRef(revision);
  useEffect(() => {
    if (!editor || appliedRevision.current === revision) return;
    appliedRevision.current = revision;
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
