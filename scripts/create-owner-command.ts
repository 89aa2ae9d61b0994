import { parseArgs } from "node:util";
import { Email, Password, Username } from "../src/domain/staff/schema";
import { createOwner } from "../src/domain/staff/users/owner-commands";

const USAGE = `npm run create-owner -- --username <name> --email <address>
Creates an owner account. Its password is OWNER_PASSWORD of the environment, else a generated one, which is printed.`;

/** Runs `npm run create-owner` with these arguments, and returns what it prints. A result with an error created no owner. */
export async function runCreateOwner(
  args: string[],
  given: string | undefined,
): Promise<{ output: string } | { error: string }> {
  const { username, email } = readArguments(args);
  const checks = [
    ["--username", Username.safeParse(username)],
    ["--email", Email.safeParse(email)],
    ["OWNER_PASSWORD", Password.optional().safeParse(given)],
  ] as const;
  const errors = checks.flatMap(([name, { error }]) =>
    error ? [`${name}: ${error.issues[0]?.message}`] : [],
  );
  if (errors.length > 0) return { error: `${errors.join("\n")}\n\n${USAGE}` };
  const name = Username.parse(username);
  const password = await createOwner({
    username: name,
    email: Email.parse(email),
    password: given,
  });
  if (password === null) return { error: "This name or this address already has an account." };
  const output = `Owner ${name} can sign in at /admin/login.`;
  return { output: given ? output : `${output}\nPassword: ${password}` };
}

function readArguments(args: string[]) {
  const option = { type: "string" } as const;
  try {
    return parseArgs({ args, options: { username: option, email: option } }).values;
  } catch {
    return {};
  }
}
