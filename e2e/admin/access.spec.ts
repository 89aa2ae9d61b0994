import { readdirSync } from "node:fs";
import type { APIResponse, Page } from "@playwright/test";
import { ROLES, type Role } from "@/lib/auth/permissions";
import { expect, test } from "./fixtures";
import { ADMIN_PAGES } from "./pages";

const found = readdirSync("src/app/admin/(signed-in)", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith("page.tsx"))
  .map((file) => `/admin/${file.replace(/\/page\.tsx$/, "")}`);

test.describe("Access to admin pages", { tag: "@desktop" }, () => {
  test("is defined for every page", () => {
    expect(Object.keys(ADMIN_PAGES).toSorted()).toEqual(found.toSorted());
  });

  for (const [path, roles] of Object.entries(ADMIN_PAGES)) {
    for (const role of ROLES) {
      const isAdmitted = roles.includes(role);
      test(`${role} and ${path}: ${isAdmitted ? "yes" : "no"}`, async ({
        page,
        signInAs,
        resolveAdminPath,
      }) => {
        await signInAs(role, page);
        const address = await resolveAdminPath(path);
        for (const headers of VARIANTS) {
          const response = await requestPage(page, address, headers);
          if (isAdmitted) expect(response.status(), JSON.stringify(headers)).toBe(200);
          else await expectForbidden(response, role);
        }
      });
    }

    test(`signed-out users and ${path}: no`, async ({ page, resolveAdminPath }) => {
      const address = await resolveAdminPath(path);
      for (const headers of VARIANTS) {
        const response = await requestPage(page, address, headers);
        expect(await response.text()).not.toContain("Gestion du magasin</span>");
        if (response.status() === 200) expect(await response.text()).toContain("NEXT_REDIRECT");
        else expect(response.headers().location).toContain("/admin/login?suite=");
      }
    });
  }
});

/** Requests a page as a document and as the router's navigation request. */
const VARIANTS: Record<string, string>[] = [{}, { rsc: "1" }];

/** Follows no redirect except the router's own one that adds its cache-busting parameter. */
async function requestPage(page: Page, address: string, headers: Record<string, string>) {
  const options = { headers, maxRedirects: 0 };
  const response = await page.request.get(address, options);
  const { location } = response.headers();
  return response.status() === 307 && location?.includes("_rsc")
    ? page.request.get(location, options)
    : response;
}

async function expectForbidden(response: APIResponse, role: Role) {
  const text = await response.text();
  const isRefused = response.status() === 403 || text.includes("NEXT_HTTP_ERROR_FALLBACK;403");
  expect(isRefused, `${role}: ${response.status()} ${text.slice(0, 200)}`).toBe(true);
}
