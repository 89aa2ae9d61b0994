import { describe, expect, it } from "vitest";
import { getDeviceName } from "@/app/admin/(signed-in)/account/device-name";

describe("The device name", () => {
  it.each([
    [
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36",
      "Chrome sur Windows",
    ],
    [
      "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/130.0 Safari/537.36 Edg/130.0",
      "Edge sur Windows",
    ],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Mobile/15E148 Safari/604.1",
      "Safari sur iPhone ou iPad",
    ],
    [
      "Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 SamsungBrowser/26.0 Chrome/122.0 Mobile Safari/537.36",
      "Samsung Internet sur Android",
    ],
    [
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 14.5; rv:131.0) Gecko/20100101 Firefox/131.0",
      "Firefox sur Mac",
    ],
    ["curl/8.5.0", "Appareil inconnu"],
    ["", "Appareil inconnu"],
    [null, "Appareil inconnu"],
  ])("%s", (userAgent, expected) => {
    expect(getDeviceName(userAgent)).toBe(expected);
  });
});
