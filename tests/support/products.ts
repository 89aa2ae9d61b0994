import { GET as edit, PATCH } from "@/app/api/admin/products/[id]/route";
import { POST } from "@/app/api/admin/products/route";
import { buildCategory, buildUpload } from "./build";
import { call } from "./call";

interface Staff {
  cookie: string;
}

/** Creates a product through its route. */
export async function createProduct(as: Staff, fields: Record<string, unknown> = {}) {
  const { categoryId = (await buildCategory()).id, ...rest } = fields;
  const body = {
    name: "Évier inox",
    description: "Un évier de cuisine.",
    basePrice: "100",
    categoryId,
    ...rest,
  };
  const response = await call(POST, { method: "POST", as, body });
  return { ...response, product: response.body?.data?.product };
}

/** Creates a published product through its route. */
export async function createPublishedProduct(as: Staff, fields: Record<string, unknown> = {}) {
  const { url } = await buildUpload();
  const { product } = await createProduct(as, {
    images: [{ url, altText: "De face" }],
    status: "ACTIVE",
    publishAt: new Date(Date.now() - 60_000).toISOString(),
    ...fields,
  });
  return product;
}

export async function saveProduct(as: Staff, id: string, body: Record<string, unknown>) {
  const response = await call(PATCH, { method: "PATCH", as, params: { id }, body });
  return { ...response, product: response.body?.data?.product };
}

export async function getProductForEdit(as: Staff, id: string) {
  return (await call(edit, { as, params: { id } })).body?.data;
}
