import { readdirSync } from "node:fs";
import type { APIRequestContext, APIResponse } from "@playwright/test";
import { ROLES } from "@/lib/auth/permissions";
import { expect, test } from "./fixtures";
import { ADMIN_PAGES } from "./pages";

const found = readdirSync("src/app/admin/(signed-in)", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith("page.tsx"))
  .map((file) => `/admin/${file.replace(/\/page\.tsx$/, "")}`);

test.describe("Access to admin pages", { tag: "@desktop" }, () => {
  test("is defined for every page", () => {
    expect(Object.keys(ADMIN_PAGES).toSorted()).toEqual(found.toSorted());
  });

  for (const role of ROLES) {
    test(`is as defined for ${role}`, async ({ page, signInAs, resolveAdminPath }) => {
      await signInAs(role, page);
      for (const [path, roles] of Object.entries(ADMIN_PAGES)) {
        const address = await resolveAdminPath(path);
        for (const headers of VARIANTS) {
          const response = await requestPage(page.request, address, headers);
          const isForbidden = await saysForbidden(response);
          const name = `${path} ${JSON.stringify(headers)}: ${response.status()}`;
          if (roles.includes(role)) {
            expect.soft(response.status(), name).toBe(200);
            expect.soft(isForbidden, name).toBe(false);
          } else expect.soft(isForbidden, name).toBe(true);
        }
      }
    });
  }

  test("leads signed-out users to the sign-in", async ({ request, resolveAdminPath }) => {
    for (const path of Object.keys(ADMIN_PAGES)) {
      const address = await resolveAdminPath(path);
      for (const headers of VARIANTS) {
        const response = await requestPage(request, address, headers);
        const text = await response.text();
        const name = `${path} ${JSON.stringify(headers)}`;
        expect.soft(text, name).not.toContain("Gestion du magasin</span>");
        if (response.status() === 200) expect.soft(text, name).toContain("NEXT_REDIRECT");
        else expect.soft(response.headers().location, name).toContain("/admin/login?suite=");
      }
    }
  });
});

/** Requests a page as a document and as the router's navigation request. */
const VARIANTS: Record<string, string>[] = [{}, { rsc: "1" }];

/** Follows no redirect except the router's own one that adds its cache-busting parameter. */
async function requestPage(
  request: APIRequestContext,
  address: string,
  headers: Record<string, string>,
) {
  const options = { headers, maxRedirects: 0 };
  const response = await request.get(address, options);
  const { location } = response.headers();
  return response.status() === 307 && location?.includes("_rsc")
    ? request.get(location, options)
    : response;
}

/** A streamed page answers 200 and carries the refusal in its content. */
async function saysForbidden(response: APIResponse): Promise<boolean> {
  if (response.status() === 403) return true;
  return (await response.text()).includes("NEXT_HTTP_ERROR_FALLBACK;403");
}
