/** Serverless hosts accept 4.5 MB; the form shrinks photos before it sends them. */
export const MAX_UPLOAD_BYTES = 10 * 1024 * 1024;
export const MAX_PIXELS = 40_000_000;
/** For `<input type="file" accept>`. */
export const ACCEPTED_IMAGE_TYPES = "image/jpeg,image/png,image/webp";

export const SEND_ANOTHER_MESSAGE = "Envoyez une photo JPEG, PNG ou WebP.";
const HEIC =
  "Les photos HEIC ne s'affichent pas partout. Sur l'iPhone : Réglages › Appareil photo › Formats › « Le plus compatible », puis reprenez la photo ; ou envoyez-la-vous par message et enregistrez celle qui arrive.";
const AVIF = `Le format AVIF n'est pas accepté. Ouvrez l'image et enregistrez-la en JPEG.`;
const SVG = `Les dessins SVG ne sont pas acceptés. Enregistrez l'image en PNG.`;
const UNKNOWN = `Ce fichier n'est pas une photo. ${SEND_ANOTHER_MESSAGE}`;

/** Returns the reason to refuse a file, as a French sentence, by its first bytes; null for a possible photo. Ignores the name. */
export function findRefusalReason(bytes: Uint8Array): string | null {
  const kind = getFileKind(bytes);
  if (kind === "heic") return HEIC;
  if (kind === "avif") return AVIF;
  if (kind === "svg") return SVG;
  return kind === "unknown" ? UNKNOWN : null;
}

type FileKind = "jpeg" | "png" | "webp" | "gif" | "heic" | "avif" | "svg" | "unknown";

const SIGNATURES: [FileKind, (head: string) => boolean][] = [
  ["jpeg", (head) => head.startsWith("\xff\xd8\xff")],
  ["png", (head) => head.startsWith("\x89PNG\r\n\x1a\n")],
  ["webp", (head) => head.startsWith("RIFF") && head.slice(8, 12) === "WEBP"],
  ["gif", (head) => /^GIF8[79]a/.test(head)],
  ["avif", (head) => /^ftyp.{0,24}avi[fs]/s.test(head.slice(4))],
  ["heic", (head) => /^ftyp(hei[cfmsx]|hev[cmsx]|mif1|msf1)/.test(head.slice(4))],
  ["svg", (head) => /<svg[\s>]/i.test(head)],
];

function getFileKind(bytes: Uint8Array): FileKind {
  const head = String.fromCharCode(...bytes.subarray(0, 512));
  return SIGNATURES.find(([, matches]) => matches(head))?.[0] ?? "unknown";
}
