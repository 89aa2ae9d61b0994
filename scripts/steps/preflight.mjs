import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import { CliError } from "./cli-error.mjs";
import { root } from "./files.mjs";

const GIGABYTE = 1024 ** 3;

export function parsePort(text = "3000") {
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65535) return port;
  throw new CliError(`PORT must be a number from 1 to 65535, not "${text}".`);
}

export async function requireFreePort(port) {
  const code = await findListenError(port);
  if (!code) return;
  if (code === "EACCES") {
    throw new CliError(
      `Port ${port} needs more rights than you have. Choose one above 1024: PORT=3001 …`,
    );
  }
  throw new CliError(
    `Port ${port} is taken by another program. Stop it, or choose another port, for example:\n` +
      `  PORT=${port < 65535 ? port + 1 : 3000} npm run ${process.env.npm_lifecycle_event ?? "demo"}`,
  );
}

export function findFreePort(host = "127.0.0.1") {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once("error", reject);
    server.listen(0, host, () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Returns the error code of listening on the port, or undefined when it is free on every given address. */
export async function findListenError(port, hosts = [undefined, "127.0.0.1"]) {
  for (const host of hosts) {
    const code = await new Promise((resolve) => {
      const server = net.createServer().once("error", (error) => resolve(error.code));
      server.listen({ port, host }, () => server.close(() => resolve(undefined)));
    });
    if (code) return code;
  }
  return undefined;
}

/** Throws before anything is written: a disk that fills up half-way is harder to clean up. */
export function requireFreeSpace(gigabytes, folders) {
  for (const folder of folders) {
    const existing = nearestExisting(folder);
    const { bavail, bsize } = fs.statfsSync(existing);
    const free = (bavail * bsize) / GIGABYTE;
    if (free < gigabytes) {
      throw new CliError(
        `The disk that holds ${existing} has ${Math.round(free * 1024)} MB left; ` +
          `${gigabytes >= 1 ? `${gigabytes} GB` : `${Math.round(gigabytes * 1024)} MB`} are needed. ` +
          "Free some space, or put the data on another disk with DATA_DIR=/another/folder, and run it again. Nothing was changed.",
      );
    }
  }
}

export function requireWritable(folder) {
  try {
    fs.mkdirSync(folder, { recursive: true });
    fs.accessSync(folder, fs.constants.W_OK);
  } catch (error) {
    const reason =
      error.code === "ENOTDIR" || error.code === "EEXIST"
        ? "is not a folder"
        : "cannot be written to";
    throw new CliError(
      `DATA_DIR ${folder} ${reason} (${error.code}). Correct it, or choose another: DATA_DIR=/another/folder`,
    );
  }
}

function nearestExisting(folder) {
  let candidate = path.resolve(root, folder);
  while (!fs.existsSync(candidate)) candidate = path.dirname(candidate);
  return candidate;
}
