import { type UnzipFileInfo, unzipSync } from "fflate";
import { shrinkImage } from "@/app/admin/_components/fields/shrink-image";
import { AppError } from "@/lib/errors";
import { api } from "@/lib/http/api-client";
import { uploadImage } from "../../products/_form/images/upload-image";

const IMAGE_NAME = /\.(?:jpe?g|png|webp)$/i;
const MAX_IMAGES = 500;
/** Of all images of a ZIP together, unpacked. */
const MAX_UNPACKED_BYTES = 500 * 1024 * 1024;

interface Sent {
  /** The images of the import by now. */
  count: number;
  /** The names of files that the shop refused. */
  refused: string[];
}

/** Uploads images, those of ZIP files too, and names them to the import. @throws AppError */
export async function sendImages(
  id: string,
  files: readonly File[],
  onProgress: (done: number, total: number) => void,
): Promise<Sent> {
  const images = (await Promise.all(files.map(listImages))).flat();
  if (images.length === 0)
    throw toError("Aucune photo JPEG, PNG ou WebP dans ce que vous avez choisi.");
  if (images.length > MAX_IMAGES) throw toError(`${MAX_IMAGES} photos au plus à la fois.`);
  const sent: { name: string; url: string }[] = [];
  const refused: string[] = [];
  for (const [i, image] of images.entries()) {
    onProgress(i + 1, images.length);
    try {
      const { url } = await uploadImage(await shrinkImage(image), image.name, () => undefined);
      sent.push({ name: image.name, url });
    } catch {
      refused.push(image.name);
    }
  }
  if (sent.length === 0) throw toError("Aucune de ces photos n'a été acceptée.");
  const names = await api<string[]>(`/api/admin/imports/${id}/images`, {
    method: "POST",
    body: { images: sent },
  });
  return { count: names.length, refused };
}

const toError = (message: string) => new AppError("VALIDATION_ERROR", { message });

async function listImages(file: File): Promise<File[]> {
  if (IMAGE_NAME.test(file.name)) return [file];
  const bytes = new Uint8Array(await file.arrayBuffer());
  let total = 0;
  const entries = unpack(bytes, ({ name, originalSize }) => {
    total += originalSize;
    return IMAGE_NAME.test(name) && !name.startsWith("__MACOSX/") && total <= MAX_UNPACKED_BYTES;
  });
  if (total > MAX_UNPACKED_BYTES) throw toError("Ce ZIP est trop grand. Partagez-le en plusieurs.");
  return Object.entries(entries).map(
    ([path, content]) => new File([new Uint8Array(content)], path.split("/").at(-1) ?? path),
  );
}

function unpack(bytes: Uint8Array, filter: (entry: UnzipFileInfo) => boolean) {
  try {
    return unzipSync(bytes, { filter });
  } catch {
    throw toError(DAMAGED);
  }
}

const DAMAGED = "Ce fichier ZIP est abîmé. Recréez-le et renvoyez-le.";
