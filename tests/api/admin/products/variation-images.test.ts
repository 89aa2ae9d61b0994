import { beforeAll, describe, expect, it } from "vitest";
import { POST as duplicate } from "@/app/api/admin/products/[id]/duplicate/route";
import { POST as restore } from "@/app/api/admin/products/[id]/versions/[version]/restore/route";
import { GET as readPublic } from "@/app/api/public/products/[slug]/route";
import { buildUpload } from "../../../support/build";
import { call } from "../../../support/call";
import {
  createProduct,
  createPublishedProduct,
  getProductForEdit,
  saveProduct,
} from "../../../support/products";
import { buildStaff } from "../../../support/staff";

let staff: Awaited<ReturnType<typeof buildStaff>>;

beforeAll(async () => {
  staff = await buildStaff("ADMIN");
});

async function publishWithTwoPhotos() {
  const [front, back] = [await buildUpload(), await buildUpload()];
  const product = await createPublishedProduct(staff, {
    images: [{ url: front.url }, { url: back.url }],
    variations: [
      { name: "Couleur", value: "Blanc", imageUrl: front.url },
      { name: "Couleur", value: "Noir", imageUrl: back.url },
      { name: "Couleur", value: "Gris" },
    ],
  });
  return { front: front.url, back: back.url, product };
}

const getUrls = (product: { variations: { imageUrl: string | null }[] }) =>
  product.variations.map(({ imageUrl }) => imageUrl);

describe("The image of a variation", () => {
  it("is one of the product's images, for staff and for customers", async () => {
    const { front, back, product } = await publishWithTwoPhotos();
    expect(getUrls(product)).toEqual([front, back, null]);
    const { body } = await call(readPublic, { params: { slug: product.slug } });
    expect(getUrls(body?.data)).toEqual([front, back, null]);
  });

  it("is unchanged when the images are reordered", async () => {
    const { front, back, product } = await publishWithTwoPhotos();
    const moved = await saveProduct(staff, product.id, {
      version: product.version,
      images: [{ url: back }, { url: front }],
    });
    expect(getUrls(moved.product)).toEqual([front, back, null]);
    expect(getUrls(await getProductForEdit(staff, product.id))).toEqual([front, back, null]);
  });

  it("is removed with the image in a save without variations, and restored with the version", async () => {
    const { front, back, product } = await publishWithTwoPhotos();
    const { product: without } = await saveProduct(staff, product.id, {
      version: product.version,
      images: [{ url: front }],
    });
    expect(getUrls(without)).toEqual([front, null, null]);
    const { body } = await call(restore, {
      method: "POST",
      as: staff,
      params: { id: product.id, version: String(product.version) },
    });
    expect(body?.error).toBeUndefined();
    expect(getUrls(await getProductForEdit(staff, product.id))).toEqual([front, back, null]);
  });

  it("stays pending in the draft of a published product", async () => {
    const { front, back, product } = await publishWithTwoPhotos();
    const [white, black, grey] = product.variations;
    const { product: drafted } = await saveProduct(staff, product.id, {
      version: product.version,
      saveAs: "DRAFT",
      variations: [white, black, { ...grey, imageUrl: back }].map(
        ({ id, name, value, imageUrl }) => ({ id, name, value, imageUrl }),
      ),
    });
    expect(getUrls(drafted)).toEqual([front, back, back]);
    const { body } = await call(readPublic, { params: { slug: product.slug } });
    expect(getUrls(body?.data)).toEqual([front, back, null]);
  });

  it("is copied with the product", async () => {
    const { front, back, product } = await publishWithTwoPhotos();
    const { body } = await call(duplicate, {
      method: "POST",
      as: staff,
      params: { id: product.id },
    });
    expect(getUrls(body?.data)).toEqual([front, back, null]);
  });

  it("is rejected when it is not an image of the product", async () => {
    const other = await buildUpload();
    for (const imageUrl of [other.url, "https://example.com/x.webp", "constructor"]) {
      const { status, body } = await createProduct(staff, {
        variations: [{ name: "Couleur", value: "Blanc", imageUrl }],
      });
      expect(status).toBe(400);
      expect(body?.error.details).toHaveProperty(["variations.0.imageUrl"]);
    }
  });
});

describe("A rejected product", () => {
  it("gets all its problems at once: malformed fields, contradictions and missing content", async () => {
    const { status, body } = await createProduct(staff, {
      name: "x",
      description: "Court",
      basePrice: "douze",
      unitSize: "25",
      status: "ACTIVE",
    });
    expect(status).toBe(400);
    expect(Object.keys(body?.error.details).toSorted()).toEqual([
      "basePrice",
      "description",
      "images",
      "name",
      "unitOfSize",
    ]);
  });

  it("gets contradictions together with missing content in an edit", async () => {
    const { product } = await createProduct(staff, { description: "Court" });
    const { body } = await saveProduct(staff, product.id, {
      version: product.version,
      status: "ACTIVE",
      unitOfSize: "KG",
    });
    expect(Object.keys(body?.error.details).toSorted()).toEqual([
      "description",
      "images",
      "unitSize",
    ]);
  });
});
