import { expect, it } from "vitest";
import { toDeliveryStatus } from "@/domain/messaging/inbox/delivery";

const NO_EVENTS = { deliveredAt: null, bouncedAt: null, complainedAt: null };

it.each([
  ["QUEUED", "queued"],
  ["SENDING", "queued"],
  ["SENT", "sent"],
  ["FAILED", "failed"],
  ["UNKNOWN", "unknown"],
  [null, "gone"],
])("a reply whose mail is %s is shown as %s", (state, delivery) => {
  expect(toDeliveryStatus({ ...NO_EVENTS, state })).toBe(delivery);
});

it("a reply with a confirmed delivery is no longer in doubt", () => {
  const deliveredAt = new Date();
  expect(toDeliveryStatus({ ...NO_EVENTS, state: "UNKNOWN", deliveredAt })).toBe("delivered");
});
