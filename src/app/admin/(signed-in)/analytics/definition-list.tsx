import Link from "next/link";
import type { ComponentProps } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { RecordList } from "@/app/admin/_components/records/record-list";
import rows from "@/app/admin/_components/records/record-rows.module.css";
import { UserText } from "@/app/admin/_components/text/user-text";
import { DEFINITIONS_ROUTE } from "./definitions-route";

export interface ListedDefinition {
  id: string;
  name: string;
  /** Its content in words. */
  summary: string;
}

interface Props<T extends ListedDefinition>
  extends Pick<ComponentProps<typeof RecordList<T>>, "records" | "mayWrite" | "renderForm"> {
  words: ComponentProps<typeof RecordList<T>>["words"] & {
    /** What the question before a deletion names: "Le tableau". */
    thing: string;
    /** What a deletion leaves. */
    left: string;
  };
  getHref: (id: string) => string;
}

/** What staff saved of one kind, each with its content in words. */
export function DefinitionList<T extends ListedDefinition>({ getHref, ...props }: Props<T>) {
  const { thing, left, ...words } = props.words;
  return (
    <RecordList
      {...props}
      words={words}
      path={DEFINITIONS_ROUTE}
      getName={({ name }) => name}
      listClassName={rows.list}
      itemClassName={rows.row}
      renderRecord={(record) => <DefinitionSummary {...record} href={getHref(record.id)} />}
      renderQuestion={({ name }) => (
        <>
          {thing} « <UserText text={name} /> » disparaît. {left}
        </>
      )}
    />
  );
}

interface SummaryProps extends Omit<ListedDefinition, "id"> {
  href: string;
}

export function DefinitionSummary({ name, summary, href }: SummaryProps) {
  return (
    <div className={rows.what}>
      <p className={rows.title}>
        <Link href={href} prefetch={false}>
          <UserText text={name} />
        </Link>
      </p>
      <p className={admin.hint}>
        <UserText text={summary} />
      </p>
    </div>
  );
}
