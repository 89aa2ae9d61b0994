"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import button from "@/ui/button.module.css";

export function NewProductButton() {
  const router = useRouter();
  return (
    <button
      type="button"
      className={button.button}
      onClick={() => router.push("/admin/products/new")}
    >
      <Plus aria-hidden="true" />
      Nouveau produit
    </button>
  );
}
