import { PUBLIC_READS } from "@/app/api/limits";
import { findProductRedirect, readProduct } from "@/domain/catalogue/listing/product-published";
import { ProductSlug, PublishedProduct } from "@/domain/catalogue/schema";
import { AppError } from "@/lib/errors";
import { defineRoute } from "@/lib/http/define-route";

const IN_TRASH = {
  fr: "Ce produit n'est plus au catalogue.",
  ar: "هذا المنتج لم يعد في الكتالوج.",
};

export const GET = defineRoute({
  summary: "One product; an old slug leads to the present one, a product in the trash is gone",
  access: "public",
  limit: PUBLIC_READS,
  params: ProductSlug,
  response: PublishedProduct,
  cacheSeconds: 300,
  handle: async ({ request, params: { slug } }) => {
    try {
      return await readProduct(slug);
    } catch (error) {
      const code = error instanceof AppError ? error.code : null;
      if (code !== "NOT_FOUND" && code !== "GONE") throw error;
      const newSlug = await findProductRedirect(slug);
      if (newSlug === null)
        throw code === "GONE" ? new AppError(code, { message: IN_TRASH }) : error;
      const location = `/api/public/products/${encodeURIComponent(newSlug)}${request.nextUrl.search}`;
      return new Response(null, {
        status: 308,
        headers: { location, "cache-control": "no-cache" },
      });
    }
  },
});
