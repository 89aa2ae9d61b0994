const COOKIE = "typed-email";
const SECONDS = 300;
const LONGEST = 300;

/** Keeps what was typed into a form, for the page that says what was wrong with it. An empty text forgets it. */
export function typedEmailCookie(typed: unknown): string {
  const text = typeof typed === "string" ? typed.slice(0, LONGEST) : "";
  const value = Buffer.from(text).toString("base64url");
  return `${COOKIE}=${value}; Path=/; Max-Age=${value ? SECONDS : 0}; HttpOnly; SameSite=Lax`;
}

export function readTypedEmail(cookies: { get(name: string): { value: string } | undefined }) {
  return Buffer.from(cookies.get(COOKIE)?.value ?? "", "base64url")
    .toString()
    .slice(0, LONGEST);
}
