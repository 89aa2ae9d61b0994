import { z } from "zod";
import { PUBLIC_READS } from "@/app/api/limits";
import { AppError } from "@/lib/errors";
import { defineRoute } from "@/lib/http/define-route";

const notFound = defineRoute({
  summary: "404 for unknown paths under /api",
  access: "public",
  limit: PUBLIC_READS,
  response: z.never(),
  handle: async () => {
    throw new AppError("NOT_FOUND");
  },
});

export {
  notFound as DELETE,
  notFound as GET,
  notFound as PATCH,
  notFound as POST,
  notFound as PUT,
};
