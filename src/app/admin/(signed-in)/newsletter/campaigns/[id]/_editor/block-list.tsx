"use client";

import { Plus } from "lucide-react";
import admin from "@/app/admin/_components/admin.module.css";
import { moveItem, RowButtons } from "@/app/admin/_components/lists/row-buttons";
import { SortableItem, SortableList } from "@/app/admin/_components/lists/sortable-list";
import { SmallButton } from "@/app/admin/_components/small-button";
import { BLOCK_LABELS } from "@/domain/campaigns/fields";
import type { Block } from "@/domain/campaigns/schema";
import { lookup } from "@/lib/lookup";
import { BlockFields } from "./block-fields";
import { type Language, newBlock } from "./draft";
import styles from "./editor.module.css";

interface Props {
  language: Language;
  blocks: Block[];
  productNames: Record<string, string>;
  /** Error messages by path, such as "blocks.2.fr". */
  errors: Record<string, string>;
  onChange: (blocks: Block[]) => void;
}

const KINDS = Object.keys(BLOCK_LABELS) as Block["kind"][];

/** Both languages share the order of the blocks. */
export function BlockList({ language, blocks, productNames, errors, onChange }: Props) {
  const move = (from: number, to: number) => onChange(moveItem(blocks, from, to));
  const replace = (block: Block) =>
    onChange(blocks.map((other) => (other.id === block.id ? block : other)));
  return (
    <section className={admin.card} aria-labelledby="contenu-du-message">
      <h2 id="contenu-du-message">Contenu</h2>
      {blocks.length === 0 && <p className={admin.hint}>Ajoutez un premier bloc ci-dessous.</p>}
      <SortableList ids={blocks.map(({ id }) => id)} layout="list" onMove={move}>
        <ol data-plain className={styles.blocks}>
          {blocks.map((block, index) => (
            <SortableItem
              key={block.id}
              id={block.id}
              className={styles.block}
              handleLabel={`Déplacer le bloc ${index + 1}`}
            >
              {(handle) => (
                <>
                  <header className={styles.blockHead}>
                    {handle}
                    <h3>
                      {index + 1}. {BLOCK_LABELS[block.kind]}
                    </h3>
                    <RowButtons
                      rowLabel={`le bloc ${index + 1}`}
                      index={index}
                      count={blocks.length}
                      onMove={move}
                      onRemove={() => onChange(blocks.filter(({ id }) => id !== block.id))}
                    />
                  </header>
                  <BlockFields
                    block={block}
                    number={index + 1}
                    language={language}
                    productNames={productNames}
                    getError={(field) => lookup(errors, `blocks.${index}.${field}`)}
                    onChange={replace}
                  />
                </>
              )}
            </SortableItem>
          ))}
        </ol>
      </SortableList>
      <div className={admin.row}>
        {KINDS.map((kind) => (
          <SmallButton key={kind} onClick={() => onChange([...blocks, newBlock(kind)])}>
            <Plus aria-hidden="true" />
            {BLOCK_LABELS[kind]}
          </SmallButton>
        ))}
      </div>
    </section>
  );
}
