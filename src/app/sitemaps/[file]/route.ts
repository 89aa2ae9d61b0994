import type { NextRequest } from "next/server";
import { findFile } from "@/app/sitemaps/files";
import { respondWithXml } from "@/app/sitemaps/respond";

export const dynamic = "force-dynamic";

interface Context {
  params: Promise<{ file: string }>;
}

export async function GET(_: NextRequest, { params }: Context): Promise<Response> {
  const { file } = await params;
  return respondWithXml(() => findFile(file));
}
