"use client";

import { createContext, useContext } from "react";
import type { UseFormReturn } from "react-hook-form";
import type { ProductForEdit } from "@/domain/catalogue/products/schema";
import type { ProductValues } from "./product-values";
import type { FieldErrors } from "./save/form-errors";

interface ProductFormContextValue {
  form: UseFormReturn<ProductValues>;
  /** The product as last loaded or saved; null for a new product. */
  product: ProductForEdit | null;
  /** The saved values, in the format of the fields. */
  base: ProductValues;
  errors: FieldErrors;
  /** Clears the errors of a field and its rows, for example when rows moved and their indexes changed. */
  clearErrors: (field: string) => void;
  /** Increases whenever all fields are reset. */
  revision: number;
  withoutRedirect: boolean;
  setWithoutRedirect: (value: boolean) => void;
}

const ProductFormContext = createContext<ProductFormContextValue | null>(null);
export const ProductFormProvider = ProductFormContext.Provider;

export function useProductForm(): ProductFormContextValue {
  const context = useContext(ProductFormContext);
  if (!context) throw new Error("useProductForm must be used inside ProductFormProvider");
  return context;
}
