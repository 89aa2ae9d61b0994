export const REPLY_FIELD = "reponse";

/** Opens the field of the reply and goes to it, wherever the page stands. */
export function focusReply(): void {
  document.querySelector<HTMLElement>("[data-reply-tab]")?.click();
  requestAnimationFrame(() => {
    const field = document.getElementById(REPLY_FIELD);
    field?.focus();
    field?.scrollIntoView({ block: "center" });
  });
}
