import "server-only";
import { toString as draw } from "qrcode";

/** A QR code as an SVG document. */
export function renderQrCode(text: string): Promise<string> {
  return draw(text, { type: "svg", errorCorrectionLevel: "M", margin: 2 });
}
