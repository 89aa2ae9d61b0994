import { AppError, type ErrorCode } from "@/lib/errors";
import { SESSION_ENDED } from "@/lib/http/api-client";

export interface UploadedImage {
  url: string;
  width: number;
  height: number;
}

/** Like `api`, but with XMLHttpRequest because fetch reports no upload progress. */
export function uploadImage(
  image: Blob,
  name: string,
  onProgress: (progress: number) => void,
): Promise<UploadedImage> {
  const form = new FormData();
  form.append("file", image, name);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", "/api/upload/image");
    request.responseType = "json";
    request.timeout = 120_000;
    request.upload.onprogress = ({ lengthComputable, loaded, total }) => {
      if (lengthComputable) onProgress(loaded / total);
    };
    request.onload = () => {
      if (request.status === 401) window.dispatchEvent(new Event(SESSION_ENDED));
      if (request.status < 300) resolve((request.response as { data: UploadedImage }).data);
      else reject(toUploadError(request.response));
    };
    request.onerror = () => reject(connectionError("La connexion est coupée."));
    request.ontimeout = () => reject(connectionError("L'envoi a pris trop de temps."));
    request.send(form);
  });
}

function toUploadError(response: unknown): AppError {
  const { error } = (response ?? {}) as {
    error?: { code: ErrorCode; message: string; details?: Record<string, unknown> };
  };
  if (!error) return connectionError("L'envoi a échoué.");
  const { file } = error.details ?? {};
  return new AppError(error.code, { message: typeof file === "string" ? file : error.message });
}

function connectionError(reason: string): AppError {
  return new AppError("SERVICE_UNAVAILABLE", { message: `${reason} Réessayez.` });
}
