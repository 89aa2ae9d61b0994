const LONGEST_SIDE = 2560;
/** Serverless hosts refuse bodies over 4.5 MB. */
const MOST_BYTES = 4_000_000;
const QUALITIES = [0.86, 0.75, 0.6];

/** A photo small enough to send, upright. What the browser cannot read goes as it is: the route says what is wrong with it. */
export async function shrinkImage(file: File): Promise<Blob> {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" }).catch(
    () => null,
  );
  if (!picture) return file;
  try {
    const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
    if (scale === 1 && file.size <= MOST_BYTES) return file;
    return (await encode(picture, scale)) ?? file;
  } finally {
    picture.close();
  }
}

async function encode(picture: ImageBitmap, scale: number): Promise<Blob | null> {
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const context = canvas.getContext("2d");
  if (!context) return null;
  // What is transparent would be black in a JPEG.
  context.fillStyle = "white";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  let smallest: Blob | null = null;
  for (const quality of QUALITIES) {
    smallest = await new Promise<Blob | null>((resolve) =>
      canvas.toBlob(resolve, "image/jpeg", quality),
    );
    if (smallest && smallest.size <= MOST_BYTES) return smallest;
  }
  return smallest;
}
