import { afterEach, describe, expect, it, vi } from "vitest";
import { switchPath } from "@/app/(shop)/addresses";
import { env } from "@/lib/env";
import { getClientAddress, hasCronSecret, readJson, readQuery } from "@/lib/http/request";
import { parseAcceptLanguage } from "@/lib/i18n/locale";
import { localPath } from "@/lib/i18n/paths";

const resolveAddress = (hops: string) => getClientAddress(new Headers({ "x-forwarded-for": hops }));

afterEach(() => vi.restoreAllMocks());

describe("The client's IP address", () => {
  it("is the address of the socket, whatever the client forged", () => {
    expect(resolveAddress("1.2.3.4, 198.51.100.7")).toBe("198.51.100.7");
    expect(resolveAddress("forged, , ::1, 198.51.100.7")).toBe("198.51.100.7");
  });

  it("is the one before the trusted proxies", () => {
    vi.spyOn(env, "TRUSTED_PROXIES", "get" as never).mockReturnValue(1 as never);
    expect(resolveAddress("forged, 198.51.100.7, 10.0.0.1")).toBe("198.51.100.7");
    expect(resolveAddress("198.51.100.7")).toBe("198.51.100.7");
  });

  it("counts an IPv6 network as one client, and IPv4 in IPv6 as IPv4", () => {
    expect(resolveAddress("2001:db8:1:2:3:4:5:6")).toBe("2001:db8:1:2::/64");
    expect(resolveAddress("2001:db8:1:2::9")).toBe("2001:db8:1:2::/64");
    expect(resolveAddress("::1")).toBe("0:0:0:0::/64");
    expect(resolveAddress("::ffff:198.51.100.7")).toBe("198.51.100.7");
  });

  it("is the same for every spelling", () => {
    const spellings = ["2001:db8::1", "2001:DB8:0:0::2", "2001:0db8:0000:0000:0:0:0:3"];
    expect(new Set(spellings.map(resolveAddress))).toEqual(new Set(["2001:db8:0:0::/64"]));
    const mapped = ["198.51.100.7", "::FFFF:198.51.100.7", "::ffff:c633:6407"];
    expect(new Set(mapped.map(resolveAddress))).toEqual(new Set(["198.51.100.7"]));
    expect(resolveAddress("fe80::1%eth0")).toBe("fe80:0:0:0::/64");
  });

  it("ignores the port that some proxies write", () => {
    expect(resolveAddress("198.51.100.7:5678")).toBe("198.51.100.7");
    expect(resolveAddress("[2001:db8::1]:443")).toBe("2001:db8:0:0::/64");
    expect(resolveAddress("[2001:db8::1]")).toBe("2001:db8:0:0::/64");
  });

  it("is the same for all malformed hops, so that none is a client of its own", () => {
    vi.spyOn(env, "TRUSTED_PROXIES", "get" as never).mockReturnValue(1 as never);
    const malformed = [
      "forged",
      "undefined",
      "198.51.100.7:",
      "[2001:db8::1",
      "2001:db8::1::2",
      "2001:db8::1/64",
      "999.1.1.1",
      "198.51.100",
      "0xc6336407",
      "0306.063.0144.07",
      "198.51.100.7 198.51.100.8",
      "unix:",
      "%",
      '"<script>"',
      "__proto__",
      ":".repeat(5000),
      "x".repeat(5000),
    ];
    for (const hop of malformed) expect(resolveAddress(`${hop}, 10.0.0.1`), hop).toBe("unknown");
    expect(getClientAddress(new Headers())).toBe("unknown");
    expect(resolveAddress(" , ,, ")).toBe("unknown");
  });

  it.each([
    "fe80::1%eth0.100",
    "fe80::1%a-b",
    "::ffff:1.2.3.4%x",
    "::%",
    "1::2:3.4.5.6",
    ":",
    "::",
  ])("is an IPv4 address, a /64 or unknown, and no error: %s", (hop) => {
    expect(resolveAddress(hop)).toMatch(/^(unknown|[\d.]{7,15}|([\da-f]{1,4}:){4}:\/64)$/);
  });

  it("is never longer than an IP address", () => {
    const longest = "ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255";
    expect(resolveAddress(longest).length).toBeLessThanOrEqual(45);
  });
});

describe("Query parameters", () => {
  const read = (query: string) => readQuery(new URLSearchParams(query));

  it("are parsed as lists when repeated, and nested by one level", () => {
    expect(
      read("a=1&b=2&b=3&option[Couleur]=Blanc&option[Couleur]=Noir&option[Taille]=60"),
    ).toEqual({
      a: "1",
      b: ["2", "3"],
      option: { Couleur: ["Blanc", "Noir"], Taille: ["60"] },
    });
  });

  it("never reach a prototype", () => {
    const query = read("__proto__=1&option[__proto__]=x&constructor[prototype]=y");
    expect(Object.getPrototypeOf(query)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>).prototype).toBeUndefined();
  });

  it("contain no NUL byte", () => {
    expect(() => read("a=%00")).toThrow();
    expect(() => read("a%00=1")).toThrow();
  });
});

describe("A JSON body", () => {
  const post = (body: string, headers: Record<string, string>) =>
    readJson(new Request("http://shop.test", { method: "POST", body, headers }), 20).then(
      (value) => value,
      (error) => error.code,
    );
  const json = { "content-type": "application/json; charset=utf-8" };

  it("is parsed", async () => expect(await post('{"a":1}', json)).toEqual({ a: 1 }));
  it("of another type is rejected", async () =>
    expect(await post("{}", { "content-type": "text/plain" })).toBe("UNSUPPORTED_MEDIA_TYPE"));
  it("that is not JSON is rejected", async () =>
    expect(await post("{", json)).toBe("VALIDATION_ERROR"));
  it.each([
    ["NUL", '{"name":"a\\u0000b"}'],
    ["half a surrogate pair, deep inside", '{"a":[{"b":"\\ud83d"}]}'],
    ["NUL in a name", '{"a\\u0000":1}'],
    ["excessive nesting", `${"[".repeat(5000)}${"]".repeat(5000)}`],
  ])("with %s is rejected, since PostgreSQL could not store it", async (_, text) => {
    const headers = { "content-type": "application/json" };
    const request = new Request("http://shop.test", { method: "POST", body: text, headers });
    await expect(readJson(request, 100_000)).rejects.toMatchObject({ code: "VALIDATION_ERROR" });
  });
  it("that is too large is rejected, measured in bytes", async () =>
    expect(await post(`"${"é".repeat(10)}"`, json)).toBe("PAYLOAD_TOO_LARGE"));
});

describe("The bearer of CRON_SECRET", () => {
  const bearer = (authorization: string) =>
    hasCronSecret(new Request("http://shop.test", { headers: { authorization } }));

  it("is recognised by the exact secret only", () => {
    expect(bearer(`Bearer ${env.CRON_SECRET}`)).toBe(true);
    expect(bearer(`Bearer ${env.CRON_SECRET}x`)).toBe(false);
    expect(bearer("Bearer undefined")).toBe(false);
    expect(hasCronSecret(new Request("http://shop.test"))).toBe(false);
  });
});

describe("The language", () => {
  it.each([
    [null, "fr"],
    ["", "fr"],
    ["en-GB,en;q=0.9", "fr"],
    ["ar-MA,ar;q=0.9,fr;q=0.5", "ar"],
    ["fr;q=0.4,ar;q=0.8", "ar"],
    ["ar;q=0,fr", "fr"],
    [";;;,q=,ar;q=x", "fr"],
  ])("of Accept-Language %s is %s", (header, expected) => {
    expect(parseAcceptLanguage(header)).toBe(expected);
  });

  it("is part of the path, and French has no prefix", () => {
    expect(localPath("fr", "/contact")).toBe("/contact");
    expect(localPath("ar", "/contact")).toBe("/ar/contact");
    expect(localPath("ar", "/")).toBe("/ar");
    expect(switchPath("/contact", "ar")).toBe("/ar/contact");
    expect(switchPath("/ar/contact", "fr")).toBe("/contact");
    expect(switchPath("/ar", "fr")).toBe("/");
    expect(switchPath("/armoire", "ar")).toBe("/ar/armoire");
  });
});
