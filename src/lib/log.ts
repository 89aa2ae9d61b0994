import "server-only";
import pino from "pino";
import { env } from "./env";

/** Structured logs on standard output. Never log names, addresses, messages or IP addresses of people. */
export const log = pino({
  level: env.LOG_LEVEL,
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
});
