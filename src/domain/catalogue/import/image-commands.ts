import "server-only";
import { MAX_UPLOAD_BYTES } from "@/domain/media/rules";
import type { UploadedImage } from "@/domain/media/schema";
import { db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log";
import { fetchPublicFile, PublicFetchError } from "@/lib/net/public-fetch";
import type { ImportPlan, ImportSpec } from "../import-rows/schema";
import type { JobActor } from "../operations/kind";
import type { StoredImage } from "../products/record";
import { findShopImages, isWebAddress, listImageRefs } from "./image-refs";

export type UploadImage = (
  actor: JobActor,
  file: { name: string; bytes: Buffer },
) => Promise<UploadedImage>;

type Upload = (file: { name: string; bytes: Buffer }) => Promise<UploadedImage>;

const AT_ONCE = 3;
/** The job holds its lease for a minute. */
const MAX_LOADING_MS = 35_000;

export interface LoadedImages {
  images: Map<string, StoredImage>;
  /** Reference → why its image is missing, as a French sentence. */
  failures: Map<string, string>;
  /** Items from the first whose images were all tried. */
  readyItems: number;
}

/** Loads the images of items in their order. The next batch does the items for which the time did not suffice. */
export async function loadImages(
  plans: readonly ImportPlan[],
  spec: Pick<ImportSpec, "images">,
  upload: Upload,
): Promise<LoadedImages> {
  const images = await findShopImages(db, plans.flatMap(listImageRefs), spec);
  const failures = new Map<string, string>();
  const until = performance.now() + MAX_LOADING_MS;
  let readyItems = 0;
  for (const plan of plans) {
    if (performance.now() > until && readyItems > 0) break;
    const missing = listImageRefs(plan).filter((ref) => !images.has(ref) && !failures.has(ref));
    for (let start = 0; start < missing.length; start += AT_ONCE) {
      const refs = missing.slice(start, start + AT_ONCE);
      await Promise.all(refs.map((ref) => loadImage(upload, ref, { images, failures, until })));
    }
    readyItems++;
  }
  return { images, failures, readyItems };
}

async function loadImage(
  upload: Upload,
  ref: string,
  { images, failures, until }: Pick<LoadedImages, "images" | "failures"> & { until: number },
): Promise<void> {
  if (!isWebAddress(ref)) {
    failures.set(ref, "cette photo n'est ni une adresse, ni un fichier envoyé avec le tableau.");
  } else if (performance.now() > until) {
    failures.set(ref, "les autres photos de ce produit ont pris trop de temps.");
  } else {
    await fetchImage(upload, ref)
      .then((image) => images.set(ref, image))
      .catch((error: unknown) => failures.set(ref, toReason(error)));
  }
}

async function fetchImage(upload: Upload, ref: string): Promise<StoredImage> {
  const bytes = await fetchPublicFile(ref, MAX_UPLOAD_BYTES);
  const name = new URL(ref).pathname.split("/").at(-1) ?? "";
  const { url } = await upload({ name, bytes });
  const [image] = (await findShopImages(db, [url], { images: [] })).values();
  if (!image) throw new Error("an uploaded image is stored");
  return image;
}

function toReason(error: unknown): string {
  if (error instanceof PublicFetchError || error instanceof AppError) return error.message;
  log.error({ err: error }, "an image of an import could not be loaded");
  return "cette photo n'a pas pu être chargée.";
}
