"use client";

import { api } from "@/lib/http/api-client";
import { toastError } from "../../_components/toast";

export async function signOut(): Promise<void> {
  try {
    await api("/api/auth/logout", { method: "POST" });
    window.location.assign("/admin/login");
  } catch (error) {
    toastError(error);
  }
}
