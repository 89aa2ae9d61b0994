export const REPLY_FIELD = "reponse";

/** Opens the reply tab, then focuses its field and scrolls to it. */
export function focusReply(): void {
  document.querySelector<HTMLElement>("[data-reply-tab]")?.click();
  requestAnimationFrame(() => {
    const field = document.getElementById(REPLY_FIELD);
    field?.focus();
    field?.scrollIntoView({ block: "center" });
  });
}
