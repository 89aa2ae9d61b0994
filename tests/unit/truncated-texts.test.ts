import { describe, expect, it } from "vitest";
import { formatFieldValue } from "@/domain/audit-log/value-text";
import { excerpt } from "@/domain/catalogue/rules";
import { buildReplySubject } from "@/domain/messaging/inbox/rules";
import { pickFlashValues } from "@/lib/http/flash-form";
import { MailError } from "@/lib/mail/mail-error";
import { toSubjectLine } from "@/lib/mail/message";

const CUTS: Record<string, (text: string) => string> = {
  "the subject of a reply": (subject) =>
    buildReplySubject({ subject, name: "Fatima", reference: 1, locale: "FR", product: null }),
  "the subject of a mail": toSubjectLine,
  "an excerpt": (text) => excerpt(text),
  "a value in the audit log": (text) => formatFieldValue(undefined, text),
  "a field of a returned form": (text) => pickFlashValues({ a: text }, { a: 150 }).values.a ?? "",
  "the reason of a failed mail": (text) => new MailError("retry", text).message,
};

describe.each(Object.entries(CUTS))("%s", (_, cut) => {
  it.each(["😀", "👩‍👩‍👧‍👦", "🇲🇦"])("is never truncated inside %s", (sign) => {
    for (let before = 0; before < sign.length + 2; before++) {
      const text = cut(`${"a".repeat(before)}${sign.repeat(400)}`);
      const signs = text.split(sign).join("");
      expect(text.isWellFormed()).toBe(true);
      expect(signs).not.toMatch(/\p{Extended_Pictographic}|\p{Regional_Indicator}|\u200d/u);
    }
  });
});
