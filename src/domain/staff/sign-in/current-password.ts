import "server-only";
import { verifyPassword } from "@/lib/auth/password";
import { db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { countAttempt, refundAttempt } from "./attempts";

/** Rate-limited, since an open session may be used by another person. @throws VALIDATION_ERROR for a wrong password; RATE_LIMITED */
export async function assertCurrentPassword(userId: string, password: string): Promise<void> {
  const { passwordHash } = await db.user.findUniqueOrThrow({
    where: { id: userId },
    select: { passwordHash: true },
  });
  const attempt = { account: `own:${userId}` };
  await countAttempt(attempt);
  if (!(await verifyPassword(passwordHash, password)).isRight) {
    throw new AppError("VALIDATION_ERROR", {
      details: { currentPassword: "Ce n'est pas votre mot de passe actuel." },
    });
  }
  await refundAttempt(attempt);
}
