"use client";

import { Command } from "cmdk";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { Modal } from "@/app/admin/_components/dialogs/modal";
import { navigateUnlessBlocked } from "@/app/admin/_components/page/use-leave-guard";
import { UserText } from "@/app/admin/_components/text/user-text";
import { apiList } from "@/lib/http/api-client";
import type { NavigationEntry } from "../navigation";
import styles from "./palette.module.css";

interface FoundProduct {
  id: string;
  name: string;
  sku: string | null;
}

interface Props {
  entries: readonly NavigationEntry[];
  mayCreate: boolean;
  onClose: () => void;
}

const DEBOUNCE_MS = 200;
const MAX_RESULTS = 6;

export function Palette({ entries, mayCreate, onClose }: Props) {
  const router = useRouter();
  const [search, setSearch] = useState("");
  const products = useProductSearch(search.trim());
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

/** Searches products, debounced. An outdated response never replaces a newer one. */
function useProductSearch(words: string): FoundProduct[] {
  const [found, setFound] = useState<FoundProduct[]>([]);
  useEffect(() => {
    const controller = new AbortController();
    const timer = setTimeout(async () => {
      if (words.length < 2) return setFound([]);
      const path = `/api/admin/products?pageSize=20&q=${encodeURIComponent(words)}` as const;
      const { items } = await apiList<FoundProduct[]>(path, { signal: controller.signal }).catch(
        () => ({
          items: [],
        }),
      );
      if (!controller.signal.aborted)
        setFound(sortNameMatchesFirst(items as FoundProduct[], words).slice(0, MAX_RESULTS));
    }, DEBOUNCE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [words]);
  return found;
}

/** Sorts products with the words in their name before products that only mention them. */
function sortNameMatchesFirst(found: readonly FoundProduct[], words: string): FoundProduct[] {
  const matchesName = ({ name }: FoundProduct) => name.toLowerCase().includes(words.toLowerCase());
  return found.toSorted((a, b) => Number(matchesName(b)) - Number(matchesName(a)));
}
