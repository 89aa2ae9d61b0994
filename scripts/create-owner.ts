import { parseArgs } from "node:util";
import { Email, Password, Username } from "../src/domain/staff/schema";
import { createOwner } from "../src/domain/staff/users/owner-commands";
import { db } from "../src/lib/db";

const USAGE = `npm run create-owner -- --username <name> --email <address>
Creates an owner account. Its password is OWNER_PASSWORD of the environment, else a generated one, which is printed.`;

await main().finally(() => db.$disconnect());

async function main(): Promise<void> {
  const { username, email } = readArguments();
  const given = process.env.OWNER_PASSWORD || undefined;
  const checks = [
    ["--username", Username.safeParse(username)],
    ["--email", Email.safeParse(email)],
    ["OWNER_PASSWORD", Password.optional().safeParse(given)],
  ] as const;
  const errors = checks.flatMap(([name, { error }]) =>
    error ? [`${name}: ${error.issues[0]?.message}`] : [],
  );
  if (errors.length > 0) return printError(`${errors.join("\n")}\n\n${USAGE}`);
  const name = Username.parse(username);
  const password = await createOwner({
    username: name,
    email: Email.parse(email),
    password: given,
  });
  if (password === null) return printError("This name or this address already has an account.");
  console.log(`Owner ${name} can sign in at /admin/login.`);
  if (!given) console.log(`Password: ${password}`);
}

function readArguments() {
  const option = { type: "string" } as const;
  try {
    return parseArgs({ options: { username: option, email: option } }).values;
  } catch {
    return {};
  }
}

function printError(message: string): void {
  console.error(message);
  process.exitCode = 1;
}
