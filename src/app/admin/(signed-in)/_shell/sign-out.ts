"use client";

import { toastError } from "@/app/admin/_components/dialogs/toast";
import { api } from "@/lib/http/api-client";

export async function signOut(): Promise<void> {
  try {
    await api("/api/auth/logout", { method: "POST" });
    window.location.assign("/admin/login");
  } catch (error) {
    toastError(error);
  }
}
