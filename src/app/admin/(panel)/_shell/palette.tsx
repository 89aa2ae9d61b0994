"use client";

import { Command } from "cmdk";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { UserText } from "@/app/admin/_components/user-text";
import { apiList } from "@/lib/http/api-client";
import { Modal } from "../../_components/modal";
import { navigateUnlessBlocked } from "../../_components/use-leave-guard";
import type { NavigationEntry } from "../navigation";
import styles from "./palette.module.css";

interface Found {
  id: string;
  name: string;
  sku: string | null;
}

interface Props {
  entries: readonly NavigationEntry[];
  mayCreate: boolean;
  onClose: () => void;
}

const PAUSE_MS = 200;
const MOST_FOUND = 6;

export function Palette({ entries, mayCreate, onClose }: Props) {
  const router = useRouter();
  const [words, setWords] = useState("");
  const products = useProducts(words.trim());
  const go = (href: string) => {
    onClose();
    navigateUnlessBlocked(href, (target) => router.push(target));
  };
  return (
    <Modal open onClose={onClose} title="Aller à…">
      <Command label="Aller à une page ou à un produit" className={styles.palette}>
        <Command.Input
          value={words}
          onValueChange={setWords}
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

/** The products that the words name, a pause after the last key; an older answer never replaces a newer one. */
function useProducts(words: string): Found[] {
  const [found, setFound] = useState<Found[]>([]);
  useEffect(() => {
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      if (words.length < 2) return setFound([]);
      const path = `/api/admin/products?pageSize=20&q=${encodeURIComponent(words)}` as const;
      const { items } = await apiList<Found[]>(path, { signal: stop.signal }).catch(() => ({
        items: [],
      }));
      if (!stop.signal.aborted) setFound(namedFirst(items as Found[], words).slice(0, MOST_FOUND));
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [words]);
  return found;
}

/** Those that bear the words in their name before those that speak of them. */
function namedFirst(found: readonly Found[], words: string): Found[] {
  const isNamed = ({ name }: Found) => name.toLowerCase().includes(words.toLowerCase());
  return found.toSorted((a, b) => Number(isNamed(b)) - Number(isNamed(a)));
}
