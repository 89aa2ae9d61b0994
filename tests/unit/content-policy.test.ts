import { createHash } from "node:crypto";
import { createServer, type IncomingHttpHeaders, request, Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { buildDocumentPolicy, EMPTY_POLICY } from "@/app/_front/content-policy";
import { patchNodeServer } from "@/app/_front/node-server";
import { NOT_FOUND_MARK } from "@/app/(shop)/_components/page/not-found-mark";
import { log } from "@/lib/log";
import { buildThemeScript } from "@/ui/theme/build-theme-script";

const PUSHES = [
  "(self.__next_f=self.__next_f||[]).push([0])",
  String.raw`self.__next_f.push([1,"5:I[1234,[\"/_next/static/a.js\"]]\n"])`,
  '(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push({"otherChunks":["a.js"],"runtimeModuleIds":[1]})',
];
const hash = (code: string) => `'sha256-${createHash("sha256").update(code).digest("base64")}'`;
const inline = (code: string) => `<script>${code}</script>`;
const readScriptSources = (policy: string) => {
  const directive = policy.split("; ").find((text) => text.startsWith("script-src ")) ?? "";
  return directive.split(" ").slice(1);
};

describe("The policy of a document", () => {
  it("allows the theme's script and calls of push with JSON, each once", () => {
    const own = [...PUSHES, buildThemeScript("fr"), buildThemeScript("ar")];
    const html = `<script src="/a.js" async=""></script>${[...own, ...own].map(inline).join("")}`;
    const { policy, foreignScripts } = buildDocumentPolicy(html, {});
    expect(readScriptSources(policy)).toEqual(["'self'", ...own.map(hash)]);
    expect(policy).not.toContain("unsafe");
    expect(foreignScripts).toEqual([]);
  });

  it.each([
    "alert(1)",
    "self.__next_f.push([1,alert(1)])",
    'self.__next_f.push([1,""]);alert(1)',
    'self.__next_f.push([1,""]);alert([1])',
    "self.__next_f.push([1,`alert(1)`])",
    'self.__next_f=[];self.__next_f.push([1,""])',
    `${buildThemeScript("fr")};alert(1)`,
    "",
  ])("refuses the script %s", (code) => {
    for (const html of [inline(code), `<SCRIPT nonce="x">${code}</SCRIPT>`]) {
      const { policy, foreignScripts } = buildDocumentPolicy(html, {});
      expect(readScriptSources(policy)).toEqual(["'self'"]);
      expect(foreignScripts).toEqual([code]);
    }
  });

  it("does not count data that browsers do not run", () => {
    const html = '<script type="application/ld+json">{"@type":"Product"}</script>';
    const { policy, foreignScripts } = buildDocumentPolicy(html, {});
    expect(readScriptSources(policy)).toEqual(["'self'"]);
    expect(foreignScripts).toEqual([]);
  });

  it("allows the images of another origin", () => {
    const { policy } = buildDocumentPolicy("", { imageOrigin: "https://*.images.example" });
    expect(policy).toContain("img-src 'self' data: blob: https://*.images.example;");
  });
});

describe("The server", () => {
  const { emit } = Server.prototype;
  let html = "";
  let headers: Record<string, string> = {};
  let status = 200;
  let received: string | string[] | undefined;
  const server = createServer((message, response) => {
    received = message.headers["content-security-policy"];
    response.writeHead(status, headers);
    response.end(status === 304 ? undefined : html);
  });

  beforeAll(async () => {
    patchNodeServer({ isSelfHosted: true });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  });
  afterAll(async () => {
    Server.prototype.emit = emit;
    await new Promise((done) => server.close(done));
  });
  beforeEach(() => {
    headers = { "content-type": "text/html; charset=utf-8" };
    html = PUSHES.map(inline).join("");
    status = 200;
  });

  const readPolicy = async (path: string, sent: Record<string, string> = {}) =>
    (await sendRequest(path, sent)).headers["content-security-policy"]?.toString();

  function sendRequest(path: string, sent: Record<string, string>, method = "GET") {
    const { port } = server.address() as AddressInfo;
    return new Promise<{ status: number | undefined; headers: IncomingHttpHeaders }>(
      (done, failed) => {
        request({ port, host: "127.0.0.1", path, method, headers: sent }, (response) => {
          const { statusCode: answered, headers: all } = response;
          response.resume().on("end", () => done({ status: answered, headers: all }));
        })
          .on("error", failed)
          .end();
      },
    );
  }

  it.each(["/", "/ar/produit/lavabo", "/recherche?q=wc", "/x.y", "/apercu/abc", "/api/docs"])(
    "allows the scripts of the page %s by their hashes, whatever the status and the cookies",
    async (path) => {
      for (status of [200, 404, 410, 500]) {
        for (const cookie of ["", "variants=%61", "__prerender_bypass=1"]) {
          const policy = await readPolicy(path, { cookie });
          expect(readScriptSources(policy ?? "")).toEqual(["'self'", ...PUSHES.map(hash)]);
        }
      }
    },
  );

  it("gives each page of the admin a nonce of its own, which Next gets, too", async () => {
    const nonces = new Set<string | undefined>();
    for (const path of ["/admin", "/admin/products?q=a", "/admin/login"]) {
      const policy = await readPolicy(path);
      expect(received).toBe(policy);
      const sources = readScriptSources(policy ?? "");
      expect(sources).toContain("'strict-dynamic'");
      expect(sources.join(" ")).not.toContain("unsafe");
      nonces.add(sources.find((source) => source.startsWith("'nonce-")));
    }
    expect(nonces.size).toBe(3);
    expect(nonces).not.toContain(undefined);
  });

  it("passes no policy of the client to Next", async () => {
    await readPolicy("/", { "content-security-policy": "script-src 'nonce-abc'" });
    expect(received).toBeUndefined();
  });

  it.each([
    "/api/public/products",
    "/media/a.webp",
    "/n/o/1",
    "/_next/static/a.js",
    "/sitemap.xml",
  ])("lets nothing run in %s", async (path) => {
    headers = { "content-type": "text/plain" };
    expect(await readPolicy(path)).toBe(EMPTY_POLICY);
  });

  it.each(["/produit/%E0%A4%A", "/_next/image?url=a"])(
    "lets nothing run in its own refusal of %s",
    async (path) =>
      expect(readScriptSources((await readPolicy(path)) ?? "")).not.toContain("'self'"),
  );

  it("sends no policy with an unchanged page, whose policy the browser has", async () => {
    status = 304;
    for (const path of ["/", "/admin/products"]) expect(await readPolicy(path)).toBeUndefined();
  });

  it("answers 404 for a page with the mark, also to HEAD", async () => {
    const { name, content } = NOT_FOUND_MARK;
    html = `<head><meta name="${name}" content="${content}"/></head>`;
    for (const method of ["GET", "HEAD"]) {
      const answer = await sendRequest("/produit/rien", {}, method);
      expect(answer.status).toBe(404);
      expect(readScriptSources(String(answer.headers["content-security-policy"]))).toEqual([
        "'self'",
      ]);
    }
  });

  it("logs scripts that do not run", async () => {
    const error = vi.spyOn(log, "error").mockReturnValue(undefined);
    html = inline("alert(1)");
    await readPolicy("/produit/lavabo");
    expect(error).toHaveBeenCalledWith(
      { url: "/produit/lavabo", scripts: ["alert(1)"] },
      expect.any(String),
    );
    error.mockRestore();
  });
});
