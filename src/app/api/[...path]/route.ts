import { z } from "zod";
import { PUBLIC_READS } from "@/app/api/limits";
import { AppError } from "@/lib/errors";
import { defineRoute } from "@/lib/http/define-route";

const nothingHere = defineRoute({
  summary: "Any address under /api that is none",
  access: "public",
  limit: PUBLIC_READS,
  answers: z.never(),
  handle: async () => {
    throw new AppError("NOT_FOUND");
  },
});

export {
  nothingHere as DELETE,
  nothingHere as GET,
  nothingHere as PATCH,
  nothingHere as POST,
  nothingHere as PUT,
};
