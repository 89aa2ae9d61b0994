import { writeIndex } from "@/app/sitemaps/files";
import { respondWithXml } from "@/app/sitemaps/respond";

export const dynamic = "force-dynamic";

/** The index of the files under `/sitemaps`. */
export function GET(): Promise<Response> {
  return respondWithXml(async () => writeIndex());
}
