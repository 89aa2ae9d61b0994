"use client";

import { Command } from "cmdk";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Modal } from "@/app/admin/_components/dialogs/modal";
import { navigateUnlessBlocked } from "@/app/admin/_components/page/use-leave-guard";
import { findProducts } from "@/app/admin/_components/product-picker/find-products";
import { UserText } from "@/app/admin/_components/text/user-text";
import { useTypedAnswer } from "@/ui/combobox/use-typed-answer";
import type { NavigationEntry } from "../navigation";
import styles from "./palette.module.css";

interface Props {
  entries: readonly NavigationEntry[];
  mayCreate: boolean;
  onClose: () => void;
}

const SEARCH = { load: findProducts, delayMs: 200 };
const MAX_RESULTS = 6;

export function Palette({ entries, mayCreate, onClose }: Props) {
  const router = useRouter();
  const [search, setSearch] = useState("");
  const products = useTypedAnswer(search.trim(), SEARCH)?.answer.slice(0, MAX_RESULTS) ?? [];
  const go = (href: string) => {
    onClose();
    navigateUnlessBlocked(href, (target) => router.push(target));
  };
  return (
    <Modal open onClose={onClose} title="Aller à…">
      <Command label="Aller à une page ou à un produit" className={styles.palette}>
        <Command.Input
          value={search}
          onValueChange={setSearch}
          placeholder="Une page, un produit, une référence"
          className={styles.input}
          autoFocus
        />
        <Command.List className={styles.list}>
          {products.length === 0 && <Command.Empty>Rien de ce nom.</Command.Empty>}
          <Command.Group heading="Pages">
            {mayCreate && (
              <Command.Item onSelect={() => go("/admin/products/new")}>
                Nouveau produit
              </Command.Item>
            )}
            {entries.map(({ href, label }) => (
              <Command.Item key={href} onSelect={() => go(href)}>
                {label}
              </Command.Item>
            ))}
          </Command.Group>
          {products.length > 0 && (
            <Command.Group heading="Produits" forceMount>
              {products.map(({ id, name, sku }) => (
                <Command.Item
                  key={id}
                  value={`produit ${id}`}
                  forceMount
                  onSelect={() => go(`/admin/products/${id}/edit`)}
                >
                  <UserText text={name} />
                  {sku && <small dir="ltr">{sku}</small>}
                </Command.Item>
              ))}
            </Command.Group>
          )}
        </Command.List>
      </Command>
    </Modal>
  );
}
