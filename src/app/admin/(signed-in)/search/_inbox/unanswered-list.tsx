"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { Modal } from "@/app/admin/_components/dialogs/modal";
import { toastError, toastSuccess } from "@/app/admin/_components/dialogs/toast";
import rows from "@/app/admin/_components/records/record-rows.module.css";
import { SmallButton } from "@/app/admin/_components/small-button";
import { RelativeTime } from "@/app/admin/_components/text/relative-time";
import { UserText } from "@/app/admin/_components/text/user-text";
import type { UnansweredSearch } from "@/domain/search/report/schema";
import { formatNumber, plural } from "@/lib/format/format";
import { api } from "@/lib/http/api-client";
import { RuleForm } from "../_rules/rule-form";
import { SynonymForm } from "../_synonyms/synonym-form";
import styles from "../search.module.css";
import { buildNewProductUrl } from "../search-urls";

interface Props {
  searches: readonly UnansweredSearch[];
  mayWrite: boolean;
}

interface OpenForm {
  kind: "synonym" | "rule";
  text: string;
}

const LANGUAGES = { fr: "en français", ar: "en arabe" } as const;
const SEARCHES = { one: "recherche", other: "recherches" };

export function UnansweredList({ searches, mayWrite }: Props) {
  const router = useRouter();
  const [form, setForm] = useState<OpenForm | null>(null);
  const handleSaved = (message: string) => {
    setForm(null);
    toastSuccess(message);
    router.refresh();
  };
  const ignore = async (query: string) => {
    try {
      await api("/api/admin/search/ignored", { method: "POST", body: { query } });
      toastSuccess("Recherche ignorée");
      router.refresh();
    } catch (error) {
      toastError(error);
    }
  };
  return (
    <>
      <ul className={rows.list} aria-label="Recherches sans résultat" data-plain>
        {searches.map((search) => (
          <li key={search.text} className={rows.row}>
            <SearchFacts search={search} />
            {mayWrite && (
              <SearchActions
                text={search.text}
                onOpen={(kind) => setForm({ kind, text: search.text })}
                onIgnore={() => void ignore(search.text)}
              />
            )}
          </li>
        ))}
      </ul>
      <Modal open={form?.kind === "synonym"} onClose={() => setForm(null)} title="Nouveau synonyme">
        <SynonymForm
          synonym={null}
          suggestedTerm={form?.text}
          onSaved={() => handleSaved("Synonyme enregistré")}
        />
      </Modal>
      <Modal open={form?.kind === "rule"} onClose={() => setForm(null)} title="Nouvelle règle">
        <RuleForm
          rule={null}
          suggestedQuery={form?.text}
          onSaved={() => handleSaved("Règle enregistrée")}
        />
      </Modal>
    </>
  );
}

function SearchFacts({ search }: { search: UnansweredSearch }) {
  const { text, searches, lastSeenAt, locales, isApproximate } = search;
  return (
    <div className={rows.what}>
      <p className={rows.title}>
        <UserText text={text} />
      </p>
      <p className={styles.facts}>
        <span>
          {formatNumber(searches)} {plural(searches, "fr", SEARCHES)}{" "}
          {locales.map((locale) => LANGUAGES[locale]).join(" et ")}, la dernière{" "}
          <RelativeTime value={lastSeenAt} />
        </span>
        {isApproximate && <span className={admin.chip}>Résultats approchants</span>}
      </p>
    </div>
  );
}

interface ActionProps {
  text: string;
  onOpen: (kind: OpenForm["kind"]) => void;
  onIgnore: () => void;
}

function SearchActions({ text, onOpen, onIgnore }: ActionProps) {
  return (
    <div className={admin.row}>
      <SmallButton
        variant="primary"
        aria-label={`Ajouter un synonyme pour « ${text} »`}
        onClick={() => onOpen("synonym")}
      >
        Ajouter un synonyme
      </SmallButton>
      <SmallButton
        aria-label={`Choisir les résultats de « ${text} »`}
        onClick={() => onOpen("rule")}
      >
        Choisir les résultats
      </SmallButton>
      <Link
        className="button"
        data-variant="quiet"
        data-size="small"
        href={buildNewProductUrl(text)}
        prefetch={false}
        aria-label={`Créer le produit « ${text} »`}
      >
        Créer le produit
      </Link>
      <SmallButton variant="ghost" aria-label={`Ignorer « ${text} »`} onClick={onIgnore}>
        Ignorer
      </SmallButton>
    </div>
  );
}
