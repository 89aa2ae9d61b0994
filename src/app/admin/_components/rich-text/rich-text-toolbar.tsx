"use client";

import { type Editor, useEditorState } from "@tiptap/react";
import {
  Bold,
  Heading,
  Italic,
  Link as LinkIcon,
  List,
  ListOrdered,
  type LucideIcon,
  Redo2,
  Table,
  Undo2,
} from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { lookup } from "@/lib/lookup";
import { IconButton } from "../icon-button";
import { LinkDialog } from "./link-dialog";
import styles from "./rich-text.module.css";
import { TableTools } from "./table-tools";

interface Tool {
  label: string;
  Icon: LucideIcon;
  /** The node or mark that makes the button appear pressed. */
  mark?: [name: string, attributes?: Record<string, unknown>];
  needsTables?: true;
  run: (editor: Editor) => void;
}

const TOOLS: readonly Tool[] = [
  {
    label: "Titre",
    Icon: Heading,
    mark: ["heading", { level: 3 }],
    run: (editor) => editor.chain().focus().toggleHeading({ level: 3 }).run(),
  },
  {
    label: "Gras",
    Icon: Bold,
    mark: ["bold"],
    run: (editor) => editor.chain().focus().toggleBold().run(),
  },
  {
    label: "Italique",
    Icon: Italic,
    mark: ["italic"],
    run: (editor) => editor.chain().focus().toggleItalic().run(),
  },
  {
    label: "Liste à puces",
    Icon: List,
    mark: ["bulletList"],
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    label: "Liste numérotée",
    Icon: ListOrdered,
    mark: ["orderedList"],
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    label: "Insérer un tableau",
    Icon: Table,
    needsTables: true,
    run: (editor) =>
      editor.chain().focus().insertTable({ rows: 3, cols: 2, withHeaderRow: true }).run(),
  },
  { label: "Défaire", Icon: Undo2, run: (editor) => editor.chain().focus().undo().run() },
  { label: "Refaire", Icon: Redo2, run: (editor) => editor.chain().focus().redo().run() },
];

interface Props {
  editor: Editor;
  label: string;
  tables: boolean;
}

export function RichTextToolbar({ editor, label, tables }: Props) {
  const [isLinkDialogOpen, setLinkDialogOpen] = useState(false);
  const active = useEditorState({
    editor,
    selector: ({ editor: current }) => ({
      pressed: TOOLS.map(({ mark }) => (mark ? current.isActive(...mark) : false)),
      link: current.isActive("link"),
      table: current.isActive("table"),
    }),
  });
  return (
    <>
      <div
        role="toolbar"
        aria-label={`Mise en forme : ${label}`}
        aria-controls={editor.view.dom.id}
        className={styles.toolbar}
        onKeyDown={moveFocus}
      >
        {TOOLS.map((tool, index) =>
          tool.needsTables && !tables ? null : (
            <ToolButton
              key={tool.label}
              tool={tool}
              isFirst={index === 0}
              pressed={tool.mark ? (active.pressed[index] ?? false) : undefined}
              onPress={() => tool.run(editor)}
            />
          ),
        )}
        <ToolButton
          tool={{ label: "Lien", Icon: LinkIcon }}
          pressed={active.link}
          onPress={() => setLinkDialogOpen(true)}
        />
        {active.table && <TableTools editor={editor} />}
      </div>
      <LinkDialog
        editor={editor}
        open={isLinkDialogOpen}
        onClose={() => setLinkDialogOpen(false)}
      />
    </>
  );
}

interface ToolButtonProps {
  tool: Pick<Tool, "label" | "Icon">;
  /** Roving tabindex: Tab reaches the first button, the arrow keys reach the others. */
  isFirst?: boolean;
  pressed: boolean | undefined;
  onPress: () => void;
}

function ToolButton({ tool, isFirst = false, pressed, onPress }: ToolButtonProps) {
  return (
    <IconButton
      className={styles.tool}
      label={tool.label}
      title={tool.label}
      aria-pressed={pressed}
      tabIndex={isFirst ? 0 : -1}
      onClick={onPress}
    >
      <tool.Icon aria-hidden="true" size={18} />
    </IconButton>
  );
}

const KEY_TARGETS: Record<string, (index: number, count: number) => number> = {
  ArrowRight: (index, count) => (index + 1) % count,
  ArrowLeft: (index, count) => (index - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const getTarget = lookup(KEY_TARGETS, event.key);
  if (!getTarget) return;
  const tools = [...event.currentTarget.querySelectorAll<HTMLElement>("button")];
  const index = tools.indexOf(event.target as HTMLElement);
  event.preventDefault();
  tools[getTarget(index, tools.length)]?.focus();
}
