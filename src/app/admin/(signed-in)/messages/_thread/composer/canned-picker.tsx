"use client";

import { Command } from "cmdk";
import Link from "next/link";
import { useEffect, useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { Modal } from "@/app/admin/_components/dialogs/modal";
import { toastError } from "@/app/admin/_components/dialogs/toast";
import { UserText } from "@/app/admin/_components/text/user-text";
import type { CannedReply } from "@/domain/messaging/canned-replies/schema";
import { LANGUAGE_LABELS } from "@/lib/i18n/language-labels";
import palette from "../../../_shell/palette.module.css";
import { fetchCannedReplies } from "../../message-requests";
import styles from "../thread.module.css";

interface Props {
  /** The customer's language, listed first. */
  locale: CannedReply["locale"];
  onPick: (body: string) => void;
  onClose: () => void;
}

export function CannedPicker({ locale, onPick, onClose }: Props) {
  const [replies, setReplies] = useState<CannedReply[] | null>(null);
  useEffect(() => {
    fetchCannedReplies().then(setReplies, (error: unknown) => {
      toastError(error);
      setReplies([]);
    });
  }, []);
  const languages: CannedReply["locale"][] = locale === "AR" ? ["AR", "FR"] : ["FR", "AR"];
  return (
    <Modal open onClose={onClose} title="Réponses types">
      {replies === null ? (
        <p className={admin.hint}>Un instant…</p>
      ) : (
        <Command label="Choisir une réponse type" className={palette.palette}>
          <Command.Input className={palette.input} placeholder="Un titre, un mot" autoFocus />
          <Command.List className={palette.list}>
            <Command.Empty>Aucune réponse type de ce nom.</Command.Empty>
            {languages.map((language) => {
              const group = replies.filter((reply) => reply.locale === language);
              return group.length === 0 ? null : (
                <Command.Group key={language} heading={LANGUAGE_LABELS[language]}>
                  {group.map(({ id, title, body }) => (
                    <Command.Item
                      key={id}
                      value={`${title} ${id}`}
                      keywords={[body]}
                      onSelect={() => onPick(body)}
                    >
                      <span className={styles.canned}>
                        <UserText text={title} />
                        <UserText text={body} className={admin.hint} />
                      </span>
                    </Command.Item>
                  ))}
                </Command.Group>
              );
            })}
          </Command.List>
        </Command>
      )}
      <Link href="/admin/messages/canned-replies" prefetch={false}>
        Gérer les réponses types
      </Link>
    </Modal>
  );
}
