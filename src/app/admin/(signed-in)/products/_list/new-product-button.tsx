"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";

const PATH = "/admin/products/new";

/** Uses a form, so that the button also works before hydration. */
export function NewProductButton() {
  const router = useRouter();
  return (
    <form
      action={PATH}
      onSubmit={(event) => {
        event.preventDefault();
        router.push(PATH);
      }}
    >
      <button type="submit" className="button">
        <Plus aria-hidden="true" />
        Nouveau produit
      </button>
    </form>
  );
}
