"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { type UseFormReturn, useFieldArray } from "react-hook-form";
import { shrinkImage } from "@/app/admin/_components/fields/shrink-image";
import { toAppError } from "@/lib/errors";
import type { ProductValues } from "../product-values";
import { type UploadedImage, uploadImage } from "./upload-image";
import { createUploadQueue, type UploadQueue } from "./upload-queue";

const MAX_CONCURRENT = 3;

export type ImageQueue = UploadQueue<UploadedImage>;

async function shrinkAndSend(
  file: File,
  onProgress: (progress: number) => void,
): Promise<UploadedImage> {
  const image = await shrinkImage(file);
  return uploadImage(image, file.name, onProgress);
}

/** Creates the upload queue. Calls `onSent` for each image in the order in which the files were chosen. */
function useImageUploads(onSent: (image: UploadedImage) => void): ImageQueue {
  const [latest] = useState({ onSent });
  useEffect(() => {
    latest.onSent = onSent;
  }, [latest, onSent]);
  const [queue] = useState(() =>
    createUploadQueue<UploadedImage>({
      maxConcurrent: MAX_CONCURRENT,
      send: shrinkAndSend,
      onSent: (image) => latest.onSent(image),
      toMessage: (thrown) => toAppError(thrown).message,
    }),
  );
  return queue;
}

export function useUploads(queue: ImageQueue) {
  return useSyncExternalStore(queue.subscribe, queue.list, queue.list);
}

/** Images of the product and their uploads. An arriving image does not take the focus from the field in use. */
export function useProductImages(form: UseFormReturn<ProductValues>) {
  const { fields, append, move, remove } = useFieldArray({ control: form.control, name: "images" });
  const queue = useImageUploads(({ url, width, height }) => {
    const isPrimary = !form.getValues("images").some((image) => image.isPrimary);
    const added = { url, width, height, altText: "", altTextAr: "", isPrimary };
    append(added, { shouldFocus: false });
  });
  const isUploading = useUploads(queue).some(({ state }) => state !== "failed");
  return { fields, move, remove, queue, isUploading };
}

export type ProductImages = ReturnType<typeof useProductImages>;
