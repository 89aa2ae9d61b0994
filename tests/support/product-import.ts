import { NextRequest } from "next/server";
import { expect } from "vitest";
import { POST as apply } from "@/app/api/admin/imports/[id]/apply/route";
import { POST as check } from "@/app/api/admin/imports/[id]/check/route";
import { GET as items } from "@/app/api/admin/imports/[id]/items/route";
import { GET as report } from "@/app/api/admin/imports/[id]/report/route";
import { GET as view } from "@/app/api/admin/imports/[id]/route";
import { POST as upload } from "@/app/api/admin/imports/route";
import { runOperationsNow } from "@/app/api/wake-operations";
import type { ImportOptions, ImportView } from "@/domain/catalogue/import-rows/schema";
import { call } from "./call";

type Staff = { cookie: string };

export async function postFile(
  as: Staff,
  content: string | Buffer,
  query = "",
  name = "produits.csv",
) {
  const body = new FormData();
  body.set("file", new File([new Uint8Array(Buffer.from(content))], name));
  return call(upload, { as, method: "POST", body, query });
}

export async function uploadFile(
  as: Staff,
  content: string | Buffer,
  query = "",
): Promise<ImportView> {
  const { status, body } = await postFile(as, content, query);
  expect(body?.error).toBeUndefined();
  expect(status).toBe(201);
  return body?.data;
}

export async function startCheck(
  as: Staff,
  { operation, mapping, options }: ImportView,
  changes: Partial<ImportOptions> & { mapping?: ImportView["mapping"] } = {},
) {
  const { mapping: chosen = mapping, ...others } = changes;
  return call(check, {
    as,
    method: "POST",
    params: { id: operation.id },
    body: { mapping: chosen, options: { ...options, ...others } },
  });
}

export async function getImport(as: Staff, id: string): Promise<ImportView> {
  return (await call(view, { as, params: { id } })).body?.data;
}

/** Uploads a file and has the job check it. */
export async function checkFile(
  as: Staff,
  content: string | Buffer,
  options: Parameters<typeof startCheck>[2] = {},
): Promise<ImportView> {
  const uploaded = await uploadFile(as, content);
  const { status, body } = await startCheck(as, uploaded, options);
  expect(body?.error).toBeUndefined();
  expect(status).toBe(200);
  await runOperationsNow();
  return getImport(as, uploaded.operation.id);
}

export async function startApply(as: Staff, id: string) {
  return call(apply, { as, method: "POST", params: { id } });
}

/** Uploads, checks and applies a file. */
export async function importFile(
  as: Staff,
  content: string | Buffer,
  options: Parameters<typeof startCheck>[2] = {},
): Promise<ImportView> {
  const checked = await checkFile(as, content, options);
  expect(checked.operation.state).toBe("VALIDATED");
  expect((await startApply(as, checked.operation.id)).status).toBe(200);
  await runOperationsNow();
  return getImport(as, checked.operation.id);
}

export async function listItems(as: Staff, id: string, query = "") {
  return (await call(items, { as, params: { id }, query })).body?.data;
}

export async function getReportFile(as: Staff, id: string, format: "csv" | "xlsx") {
  const request = new NextRequest(`http://shop.test/api?format=${format}`, {
    headers: { host: "shop.test", "sec-fetch-site": "same-origin", cookie: as.cookie },
  });
  const response = await report(request, { params: Promise.resolve({ id }) });
  return Buffer.from(await response.arrayBuffer());
}
