import "server-only";
import { verifyPassword } from "@/lib/auth/password";
import { db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { countAttempt, refundAttempt } from "./attempts";

/** Somebody at a screen that was left open can guess five times, as at the door. @throws VALIDATION_ERROR, RATE_LIMITED */
export async function assertCurrentPassword(userId: string, password: string): Promise<void> {
  const { passwordHash } = await db.user.findUniqueOrThrow({
    where: { id: userId },
    select: { passwordHash: true },
  });
  const guess = { account: `own:${userId}` };
  await countAttempt(guess);
  if (!(await verifyPassword(passwordHash, password)).isRight) {
    throw new AppError("VALIDATION_ERROR", {
      details: { currentPassword: "Ce n'est pas votre mot de passe actuel." },
    });
  }
  await refundAttempt(guess);
}
