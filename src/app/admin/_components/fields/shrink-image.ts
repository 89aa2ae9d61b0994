const MAX_SIDE_PX = 2560;
/** Serverless hosts reject request bodies over 4.5 MB. */
const MAX_BYTES = 4_000_000;
const QUALITIES = [0.86, 0.75, 0.6];

/** Scales and rotates a photo for upload. A file that the browser cannot decode is returned unchanged: the route reports the error. */
export async function shrinkImage(file: File): Promise<Blob> {
  const bitmap = await createImageBitmap(file, { imageOrientation: "from-image" }).catch(
    () => null,
  );
  if (!bitmap) return file;
  try {
    const scale = Math.min(1, MAX_SIDE_PX / Math.max(bitmap.width, bitmap.height));
    if (scale === 1 && file.size <= MAX_BYTES) return file;
    return (await encode(bitmap, scale)) ?? file;
  } finally {
    bitmap.close();
  }
}

async function encode(bitmap: ImageBitmap, scale: number): Promise<Blob | null> {
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const context = canvas.getContext("2d");
  if (!context) return null;
  // JPEG has no transparency: transparent pixels would become black.
  context.fillStyle = "white";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  let smallest: Blob | null = null;
  for (const quality of QUALITIES) {
    smallest = await new Promise<Blob | null>((resolve) =>
      canvas.toBlob(resolve, "image/jpeg", quality),
    );
    if (smallest && smallest.size <= MAX_BYTES) return smallest;
  }
  return smallest;
}
