"use client";

import { RotateCcw, X } from "lucide-react";
import { SmallButton } from "@/app/admin/_components/small-button";
import { UserText } from "@/app/admin/_components/text/user-text";
import styles from "./images.module.css";
import { type ImageQueue, useUploads } from "./use-image-uploads";

/** Lists running and failed uploads with their progress. */
export function UploadList({ queue }: { queue: ImageQueue }) {
  const uploads = useUploads(queue);
  const pendingCount = uploads.filter(
    ({ state }) => state === "waiting" || state === "sending",
  ).length;
  return (
    <>
      <p role="status" className={styles.status}>
        {pendingCount > 0 && `Envoi des photos : il en reste ${pendingCount}.`}
      </p>
      {uploads.length > 0 && (
        <ul className={styles.uploads} data-plain>
          {uploads.map(({ key, file, state, progress, problem }) => (
            <li key={key} className={styles.upload}>
              <span className={styles.fileName}>
                <UserText text={file.name} />
              </span>
              {state === "failed" ? (
                <>
                  <span className={styles.problem}>{problem}</span>
                  <span className={styles.uploadButtons}>
                    <SmallButton onClick={() => queue.retry(key)}>
                      <RotateCcw aria-hidden="true" />
                      Réessayer
                    </SmallButton>
                    <SmallButton variant="ghost" onClick={() => queue.remove(key)}>
                      <X aria-hidden="true" />
                      Retirer
                    </SmallButton>
                  </span>
                </>
              ) : (
                <progress
                  aria-label={`Envoi de ${file.name}`}
                  max={1}
                  value={state === "waiting" ? 0 : progress}
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
