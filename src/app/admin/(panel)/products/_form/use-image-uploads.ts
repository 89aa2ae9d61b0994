"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { type UseFormReturn, useFieldArray } from "react-hook-form";
import { shrinkImage } from "@/app/admin/_components/shrink-image";
import { toAppError } from "@/lib/errors";
import type { ProductValues } from "./product-values";
import { type UploadedImage, uploadImage } from "./upload-image";
import { createUploadQueue, type UploadQueue } from "./upload-queue";

const AT_MOST = 3;

export type ImageQueue = UploadQueue<UploadedImage>;

async function shrinkAndSend(
  file: File,
  onProgress: (progress: number) => void,
): Promise<UploadedImage> {
  const image = await shrinkImage(file);
  return uploadImage(image, file.name, onProgress);
}

/** The photos on their way to the server; `onSent` is told of each in the order in which they were chosen. */
function useImageUploads(onSent: (image: UploadedImage) => void): ImageQueue {
  const [latest] = useState({ onSent });
  useEffect(() => {
    latest.onSent = onSent;
  }, [latest, onSent]);
  const [queue] = useState(() =>
    createUploadQueue<UploadedImage>({
      atMost: AT_MOST,
      send: shrinkAndSend,
      onSent: (image) => latest.onSent(image),
      problemOf: (thrown) => toAppError(thrown).message,
    }),
  );
  return queue;
}

export function useUploads(queue: ImageQueue) {
  return useSyncExternalStore(queue.subscribe, queue.list, queue.list);
}

/** The photos of a product, and those on their way to it. What is being typed about one is left alone when another arrives. */
export function useProductImages(form: UseFormReturn<ProductValues>) {
  const { fields, append, move, remove } = useFieldArray({ control: form.control, name: "images" });
  const queue = useImageUploads(({ url, width, height }) => {
    const isPrimary = !form.getValues("images").some((image) => image.isPrimary);
    const added = { url, width, height, altText: "", altTextAr: "", isPrimary };
    append(added, { shouldFocus: false });
  });
  const isSending = useUploads(queue).some(({ state }) => state !== "failed");
  return { fields, move, remove, queue, isSending };
}

export type ProductImages = ReturnType<typeof useProductImages>;
