"use client";

import { createContext, useContext } from "react";
import type { UseFormReturn } from "react-hook-form";
import type { ProductForEdit } from "@/domain/catalogue/products/schema";
import type { FieldErrors } from "./form-errors";
import type { ProductValues } from "./product-values";

interface ProductFormContextValue {
  form: UseFormReturn<ProductValues>;
  /** As it was last read or saved; null before it exists. */
  product: ProductForEdit | null;
  /** What is saved, as it stands in fields. */
  base: ProductValues;
  /** Field → what is wrong with it, as the route says it. */
  errors: FieldErrors;
  /** Rows have moved: what was said of them by number is no longer true. */
  clearErrors: (prefix: string) => void;
  /** Counts the times that all fields were filled anew. */
  revision: number;
  withoutRedirect: boolean;
  setWithoutRedirect: (value: boolean) => void;
}

const Ways = createContext<ProductFormContextValue | null>(null);
export const ProductFormProvider = Ways.Provider;

export function useProductForm(): ProductFormContextValue {
  const ways = useContext(Ways);
  if (!ways) throw new Error("useProductForm belongs inside ProductFormProvider");
  return ways;
}
