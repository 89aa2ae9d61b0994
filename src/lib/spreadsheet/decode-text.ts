import { isUtf8 } from "node:buffer";

export const TEXT_ENCODINGS = ["utf-8", "utf-16le", "utf-16be", "windows-1252"] as const;
export type TextEncoding = (typeof TEXT_ENCODINGS)[number];

/** Finds the encoding by the byte order mark, by the NUL bytes of UTF-16, or by trying UTF-8. */
export function detectEncoding(bytes: Buffer): TextEncoding {
  const [first = 0, second = 0] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  const sample = bytes.subarray(0, 4_096);
  const countZeros = (start: 0 | 1) =>
    sample.filter((byte, i) => byte === 0 && i % 2 === start).length;
  // Most letters of a European file have a NUL byte in UTF-16.
  const many = sample.length / 5;
  if (sample.length >= 4 && countZeros(1) > many && countZeros(0) === 0) return "utf-16le";
  if (sample.length >= 4 && countZeros(0) > many && countZeros(1) === 0) return "utf-16be";
  return isUtf8(bytes) ? "utf-8" : "windows-1252";
}

/** The characters of Windows-1252 for the bytes 0x80 to 0x9f; Node decodes them as control characters. */
const WINDOWS_SIGNS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Removes the byte order mark. Bytes that the encoding lacks become U+FFFD. */
export function decodeText(bytes: Buffer, encoding: TextEncoding): string {
  if (encoding !== "windows-1252") return new TextDecoder(encoding).decode(bytes);
  return bytes
    .toString("latin1")
    .replace(/[\x80-\x9f]/g, (sign) => WINDOWS_SIGNS[sign.charCodeAt(0) - 0x80] ?? sign);
}
