"use client";

import { Download } from "lucide-react";
import { useId, useRef } from "react";
import { PopoverMenu } from "@/app/admin/_components/dialogs/popover-menu";
import { withParams } from "@/app/admin/_components/lists/list-query";
import type { StaffProductQuery } from "@/domain/catalogue/products/schema";
import header from "../_list/header.module.css";
import { hasFilter, toFilterParams } from "../_list/list-url";

const PATH = "/api/admin/products/export";
const FORMATS = { xlsx: "Excel", csv: "CSV" } as const;

export function ExportMenu({ query }: { query: StaffProductQuery }) {
  const id = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const all = { label: "Tous les produits", filter: {} };
  const filtered = { label: "Les produits filtrés", filter: toFilterParams(query) };
  const selections = hasFilter(query) ? [filtered, all] : [all];
  return (
    <>
      <button
        ref={opener}
        type="button"
        className={`button ${header.export}`}
        data-variant="quiet"
        popoverTarget={id}
        aria-haspopup="true"
        aria-label="Exporter"
      >
        <Download aria-hidden="true" />
        <span className={header.words}>Exporter</span>
      </button>
      <PopoverMenu ref={menu} id={id} opener={opener}>
        {selections.flatMap(({ label, filter }) =>
          Object.entries(FORMATS).map(([format, program]) => (
            <a
              key={`${label} ${format}`}
              href={withParams(PATH, { ...filter, format })}
              download
              onClick={() => menu.current?.hidePopover()}
            >
              {label}, {program}
            </a>
          )),
        )}
      </PopoverMenu>
    </>
  );
}
