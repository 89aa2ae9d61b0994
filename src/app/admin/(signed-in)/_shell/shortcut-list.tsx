"use client";

import { Modal } from "@/app/admin/_components/dialogs/modal";
import type { NavigationEntry } from "../navigation";
import styles from "./shortcut-list.module.css";

interface Props {
  open: boolean;
  entries: readonly NavigationEntry[];
  mayCreate: boolean;
  onClose: () => void;
}

type Shortcut = [keys: string[], label: string];

const NEW_PRODUCT: Shortcut[] = [[["n"], "Nouveau produit"]];

const IN_MESSAGES: Shortcut[] = [
  [["j"], "Message suivant"],
  [["k"], "Message précédent"],
  [["x"], "Cocher le message de la liste"],
  [["r"], "Répondre au message"],
  [["e"], "Archiver le message"],
  [["s"], "Classer le message en indésirable"],
  [["a"], "Se confier le message"],
  [["u"], "Revenir à la liste des messages"],
  [["Ctrl", "Entrée"], "Envoyer la réponse"],
];

export function ShortcutList({ open, entries, mayCreate, onClose }: Props) {
  const shortcuts: Shortcut[] = [
    [["Ctrl", "K"], "Chercher une page ou un produit"],
    [["/"], "Aller au champ de recherche de la page"],
    ...(mayCreate ? NEW_PRODUCT : []),
    [["Ctrl", "S"], "Enregistrer la fiche ouverte"],
    ...entries.map(({ key, label }): Shortcut => [["g", key], label]),
    [["?"], "Montrer cette liste"],
    ...(entries.some(({ href }) => href === "/admin/messages") ? IN_MESSAGES : []),
  ];
  return (
    <Modal open={open} onClose={onClose} title="Raccourcis clavier">
      <dl className={styles.list}>
        {shortcuts.map(([keys, label]) => (
          <div key={label}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
