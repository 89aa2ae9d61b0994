import { PUBLIC_READS } from "@/app/api/limits";
import { findProductRedirect, getProduct } from "@/domain/catalogue/listing/product-published";
import { ProductSlug, PublishedProduct } from "@/domain/catalogue/schema";
import { AppError } from "@/lib/errors";
import { defineRoute } from "@/lib/http/define-route";

export const GET = defineRoute({
  summary: "One product; an old slug leads to the present one, a product in the trash is gone",
  access: "public",
  limit: PUBLIC_READS,
  params: ProductSlug,
  response: PublishedProduct,
  cacheSeconds: 300,
  handle: async ({ request, params: { slug } }) => {
    try {
      return await getProduct(slug);
    } catch (error) {
      const isMissing = error instanceof AppError && ["NOT_FOUND", "GONE"].includes(error.code);
      const newSlug = isMissing && (await findProductRedirect(slug));
      if (!newSlug) throw error;
      const location = `/api/public/products/${encodeURIComponent(newSlug)}${request.nextUrl.search}`;
      return new Response(null, {
        status: 308,
        headers: { location, "cache-control": "no-cache" },
      });
    }
  },
});
