import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { enqueueEvent } from "@/domain/analytics/buffer-commands";
import { readClient } from "@/domain/analytics/client";

/** Queues an event every few milliseconds until it is killed, by the kill tests, and prints the id and the time of each. */
const userAgent = "Mozilla/5.0 (X11; Linux x64) Chrome/141.0 Safari/537.36";
for (let count = 0; ; count++) {
  // A client may send six hundred events a minute.
  const client = readClient(new Headers({ "user-agent": userAgent }), `192.0.2.${count % 250}`);
  if (!client) throw new Error("this client is not counted");
  const id = randomUUID();
  enqueueEvent(client, { id, eventType: "page_view", page: "home" });
  console.log(`${id} ${Date.now()}`);
  await pause(5);
}
