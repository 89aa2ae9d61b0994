import type { Editor } from "@tiptap/react";
import styles from "./rich-text.module.css";

const TOOLS: readonly [label: string, run: (editor: Editor) => void][] = [
  ["+ ligne", (editor) => editor.chain().focus().addRowAfter().run()],
  ["− ligne", (editor) => editor.chain().focus().deleteRow().run()],
  ["+ colonne", (editor) => editor.chain().focus().addColumnAfter().run()],
  ["− colonne", (editor) => editor.chain().focus().deleteColumn().run()],
  ["Retirer le tableau", (editor) => editor.chain().focus().deleteTable().run()],
];

/** Buttons of the rich text toolbar while the cursor is in a table. */
export function TableTools({ editor }: { editor: Editor }) {
  return TOOLS.map(([label, run]) => (
    <button
      key={label}
      type="button"
      tabIndex={-1}
      className={styles.textTool}
      onClick={() => run(editor)}
    >
      {label}
    </button>
  ));
}
