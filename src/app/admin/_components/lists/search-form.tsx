import type { ReactNode } from "react";
import admin from "../admin.module.css";
import { TextField } from "../fields/fields";

interface Props {
  label: string;
  value: string | undefined;
  /** Hidden inputs for the other filters of the list. */
  children?: ReactNode;
}

/** A GET form: the words become the query `q` of the list's address. */
export function SearchForm({ label, value, children }: Props) {
  return (
    <form method="get" className={admin.toolbar}>
      {children}
      <TextField label={label} name="q" type="search" defaultValue={value} />
      <button type="submit" className="button" data-variant="quiet">
        Chercher
      </button>
    </form>
  );
}
