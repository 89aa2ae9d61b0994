import { getOwn } from "@/lib/own";

/** What an upload may weigh. Serverless hosts take 4.5 MB: the form shrinks photos before it sends them. */
export const MOST_UPLOAD_BYTES = 10 * 1024 * 1024;
export const MOST_PIXELS = 40_000_000;
/** For `<input type="file" accept>`. */
export const ACCEPTED_PICTURES = "image/jpeg,image/png,image/webp";

export const SEND_ANOTHER = "Envoyez une photo JPEG, PNG ou WebP.";
const HEIC =
  "Les photos HEIC ne s'affichent pas partout. Sur l'iPhone : Réglages › Appareil photo › Formats › « Le plus compatible », puis reprenez la photo ; ou envoyez-la-vous par message et enregistrez celle qui arrive.";
const AVIF = `Le format AVIF n'est pas accepté. Ouvrez l'image et enregistrez-la en JPEG.`;
const SVG = `Les dessins SVG ne sont pas acceptés. Enregistrez l'image en PNG.`;
const UNKNOWN = `Ce fichier n'est pas une photo. ${SEND_ANOTHER}`;
const EXTENSION = `Le nom de ce fichier ne finit pas par .jpg, .png ou .webp. ${SEND_ANOTHER}`;

const EXTENSIONS = new Set(["jpg", "jpeg", "jfif", "png", "webp", "gif"]);
const REFUSED_EXTENSIONS: Record<string, string> = {
  heic: HEIC,
  heif: HEIC,
  avif: AVIF,
  svg: SVG,
  svgz: SVG,
};

/** Why a file of this name and these first bytes is no picture we take, as a sentence; null where it may be one. */
export function refusalOf(name: string, bytes: Uint8Array): string | null {
  const extension = /\.([a-z0-9]{1,5})$/i.exec(name.trim())?.[1]?.toLowerCase() ?? "";
  const kind = kindOf(bytes);
  if (kind === "heic") return HEIC;
  if (kind === "avif") return AVIF;
  const refused = getOwn(REFUSED_EXTENSIONS, extension);
  if (refused) return refused;
  if (kind === "svg") return SVG;
  if (kind === "unknown") return UNKNOWN;
  return EXTENSIONS.has(extension) ? null : EXTENSION;
}

type Kind = "jpeg" | "png" | "webp" | "gif" | "heic" | "avif" | "svg" | "unknown";

const MAGIC: [Kind, (head: string) => boolean][] = [
  ["jpeg", (head) => head.startsWith("\xff\xd8\xff")],
  ["png", (head) => head.startsWith("\x89PNG\r\n\x1a\n")],
  ["webp", (head) => head.startsWith("RIFF") && head.slice(8, 12) === "WEBP"],
  ["gif", (head) => /^GIF8[79]a/.test(head)],
  ["avif", (head) => /^ftyp.{0,24}avi[fs]/s.test(head.slice(4))],
  ["heic", (head) => /^ftyp(hei[cfmsx]|hev[cmsx]|mif1|msf1)/.test(head.slice(4))],
  ["svg", (head) => /<svg[\s>]/i.test(head)],
];

function kindOf(bytes: Uint8Array): Kind {
  const head = String.fromCharCode(...bytes.subarray(0, 512));
  return MAGIC.find(([, fits]) => fits(head))?.[0] ?? "unknown";
}
