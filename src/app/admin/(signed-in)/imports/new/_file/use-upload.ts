"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { ImportView } from "@/domain/catalogue/import-rows/schema";
import { toAppError } from "@/lib/errors";
import { getFieldMessages } from "@/ui/form/use-api-form";
import { sendFile } from "./send-file";

/** Sends the file, and opens the import that it gives. Of a workbook with several sheets, `workbook` asks which to read. */
export function useUpload() {
  const router = useRouter();
  const [isPending, setPending] = useState(false);
  const [message, setMessage] = useState<string>();
  /** A workbook of which people choose the sheet. */
  const [workbook, setWorkbook] = useState<{ file: File; view: ImportView }>();

  /** Returns false where the file was refused. */
  const send = async (file: File, options: Record<string, string>): Promise<boolean> => {
    setPending(true);
    setMessage(undefined);
    try {
      const view = await sendFile(file, new URLSearchParams(options));
      const isAsked = view.format.kind === "xlsx" && view.format.sheets.length > 1;
      if (isAsked && options.sheet === undefined) {
        setWorkbook({ file, view });
        setPending(false);
      } else router.push(`/admin/imports/new?import=${view.operation.id}`);
      return true;
    } catch (thrown) {
      const error = toAppError(thrown);
      setMessage(getFieldMessages(error).file ?? error.message);
      setPending(false);
      return false;
    }
  };

  /** Reads another sheet of the workbook; its first reading is replaced. */
  const readSheet = async (sheet: string) => {
    if (workbook) await send(workbook.file, { sheet, replaces: workbook.view.operation.id });
  };

  return { send, readSheet, isPending, message, setMessage, workbook };
}
