import { describe, expect, it, vi } from "vitest";
import { readFlashForm } from "@/lib/http/flash-form";
import { verifyFormOutcome } from "@/lib/http/form-outcome";
import { buildContactFields, listMessagesFrom, postContactForm } from "../../support/contact";
import { forwardedFor, newIpAddress, parseSetCookies } from "../../support/sign-in";

/** The fields that a page without JavaScript posts, empty ones included. */
function buildFormFields(fields: Record<string, string> = {}) {
  const { name, email, message } = buildContactFields();
  const blank = { phone: "", subject: "", website: "", productSlug: "", formToken: "" };
  return { locale: "fr", name, email, message, ...blank, ...fields };
}

function readFlashCookie(headers: Headers) {
  const line = parseSetCookies(headers)["contact-form"] ?? "";
  return { line, form: readFlashForm(line.split(";")[0]?.split("=")[1]) };
}

function readOutcome(headers: Headers) {
  const [path, signed] = (headers.get("location") ?? "").split("?envoye=");
  return [path, verifyFormOutcome("/contact", signed)];
}

describe("A form posted without JavaScript", () => {
  it("is stored, and redirects to the confirmation page", async () => {
    const fields = buildFormFields();
    const { status, headers, body } = await postContactForm(fields);
    const [message] = await listMessagesFrom(fields.email);
    expect([status, body]).toEqual([303, undefined]);
    expect(readOutcome(headers)).toEqual(["/contact", `EO-${message?.reference}`]);
    expect(headers.get("cache-control")).toContain("no-store");
    expect(message).toMatchObject({ isSpam: false, spamReasons: ["noForm"], phone: null });
  });

  it("in Arabic redirects to the Arabic page", async () => {
    const { headers } = await postContactForm(buildFormFields({ locale: "ar" }));
    expect(readOutcome(headers)).toEqual(["/ar/contact", expect.stringMatching(/^EO-\d+$/)]);
  });

  it("is one message when it is posted twice", async () => {
    const fields = buildFormFields();
    const first = await postContactForm(fields);
    const second = await postContactForm(fields);
    expect(await listMessagesFrom(fields.email)).toHaveLength(1);
    expect(readOutcome(second.headers)).toEqual(readOutcome(first.headers));
  });

  it("preserves the line breaks of a message", async () => {
    const fields = buildFormFields({ message: "Bonjour,\r\n\r\nun prix ?\r\n" });
    await postContactForm(fields);
    expect((await listMessagesFrom(fields.email))[0]?.message).toBe("Bonjour,\n\nun prix ?");
  });

  it("comes back with all typed values after an error, readable by its sender only", async () => {
    const fields = buildFormFields({
      email: "pas une adresse",
      phone: "appelez",
      message: "Une question sur le « zellige »\r\net l'enduit ?",
      productSlug: "zellige",
    });
    const { status, headers } = await postContactForm(fields);
    expect([status, headers.get("location")]).toEqual([303, "/contact?erreur=1#ecrire"]);
    const { line, form } = readFlashCookie(headers);
    const { name, email, phone, subject, message, productSlug } = fields;
    expect(form).toEqual({
      values: { name, email, phone, subject, message, productSlug },
      invalid: ["email"],
      code: "VALIDATION_ERROR",
      isCut: false,
    });
    expect(line).toMatch(/; HttpOnly; SameSite=Lax; Path=\/contact$/);
    expect(line).not.toContain("zellige");
  });

  it("that exceeds the rate limit is answered without parsing, and the browser can send it again", async () => {
    const headers = forwardedFor(newIpAddress());
    for (let i = 0; i < 12; i++) await postContactForm(buildFormFields(), headers);
    const read = vi.spyOn(Request.prototype, "text");
    const refused = await postContactForm("message=x", headers);
    expect(read).not.toHaveBeenCalled();
    read.mockRestore();
    expect(refused.status).toBe(429);
    expect(refused.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(refused.headers.get("set-cookie")).toBeNull();
  });

  it("with more fields than the form has is rejected", async () => {
    const { headers } = await postContactForm(`name=Fatima${"&a".repeat(50)}`);
    expect(readFlashCookie(headers).form).toMatchObject({ code: "VALIDATION_ERROR", values: {} });
    const fewer = await postContactForm(`name=Fatima${"&a".repeat(49)}`);
    expect(readFlashCookie(fewer.headers).form?.values).toEqual({ name: "Fatima" });
  });

  it("is stored only within the limits of its fields, however well it compresses", async () => {
    const long = `${"x".repeat(199)}\u{1F600}${"x".repeat(20_000)}`;
    const { headers } = await postContactForm(
      buildFormFields({ name: long, message: long, subject: "a" }),
    );
    const { form } = readFlashCookie(headers);
    expect(form?.isCut).toBe(true);
    expect(form?.values).toMatchObject({ name: "x".repeat(199), message: long.slice(0, 8000) });
  });

  it.each([
    ["4,000 letters of French", "Avez-vous du carrelage et quel est son prix ? ".repeat(86), false],
    ["4,000 letters of Arabic", "هل لديكم زليج أخضر وكم ثمن المتر المربع منه؟ ".repeat(86), false],
    ["4,000 incompressible characters", randomSigns(4000), true],
    ["far more than a cookie can hold", randomSigns(6000), true],
  ])("fits into one cookie: %s", async (_, message, isCut) => {
    const { headers } = await postContactForm(buildFormFields({ email: "x", message }));
    const { line, form } = readFlashCookie(headers);
    expect(line.length).toBeLessThan(4096);
    expect(form?.isCut).toBe(isCut);
    expect(form?.values.message?.length).toBeGreaterThan(500);
    expect(message.startsWith(form?.values.message ?? "none")).toBe(true);
  });

  it.each([
    ["a repeated field", "name=a&name=b&email=a%40client.test&message=x"],
    ["a NUL", "name=%00&email=a%40client.test&message=x"],
    ["malformed UTF-8", "name=%ff%fe&email=%&message=x&==&&"],
    ["nothing", ""],
    ["a __proto__ field", "__proto__=1&constructor=2"],
  ])("never makes the shop answer 500: %s", async (_, body) => {
    const { status, headers } = await postContactForm(body);
    expect([status, headers.get("location")]).toEqual([303, "/contact?erreur=1#ecrire"]);
  });

  it("that is too long is rejected with a page in both languages", async () => {
    const { status, headers } = await postContactForm(`message=${"x".repeat(100_000)}`);
    expect([status, headers.get("location"), headers.get("connection")]).toEqual([
      413,
      null,
      "close",
    ]);
    expect(headers.get("content-type")).toContain("text/html");
  });

  it("from another site is rejected, and its values are not shown", async () => {
    const headers = { ...forwardedFor(newIpAddress()), "sec-fetch-site": "cross-site" };
    const { status, headers: response } = await postContactForm(
      buildFormFields({ email: "x" }),
      headers,
    );
    expect([status, response.get("set-cookie")]).toEqual([403, null]);
  });
});

describe("A stored form", () => {
  it("is ignored when it was tampered with or is too old", async () => {
    const { headers } = await postContactForm(buildFormFields({ email: "x" }));
    const value = readFlashCookie(headers).line.split(";")[0]?.split("=")[1] ?? "";
    expect(readFlashForm(value)).not.toBeNull();
    expect(readFlashForm(`${value.slice(0, -4)}AAAA`)).toBeNull();
    for (const nothing of [undefined, "", "x", "a.b.c", "..."]) {
      expect(readFlashForm(nothing)).toBeNull();
    }
  });
});

function randomSigns(length: number): string {
  let state = 7;
  const next = () => {
    state = (state * 48_271) % 2_147_483_647;
    return String.fromCodePoint(0x4e00 + (state % 20_000));
  };
  return Array.from({ length }, next).join("");
}
