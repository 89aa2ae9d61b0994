"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { toAppError } from "@/lib/errors";
import { shrinkImage } from "./shrink-image";
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
export function useImageUploads(onSent: (image: UploadedImage) => void): ImageQueue {
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

export function useQueueList(queue: ImageQueue) {
  return useSyncExternalStore(queue.subscribe, queue.list, queue.list);
}
