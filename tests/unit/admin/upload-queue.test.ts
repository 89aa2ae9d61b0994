import { describe, expect, it } from "vitest";
import { createUploadQueue } from "@/app/admin/(signed-in)/products/_form/images/upload-queue";

interface Sending {
  name: string;
  succeed: () => void;
  fail: () => void;
}

/** Builds a queue whose uploads finish or fail on the test's command. */
function buildQueue(maxConcurrent = 3) {
  const sending: Sending[] = [];
  const received: string[] = [];
  const queue = createUploadQueue<string>({
    maxConcurrent,
    send: (file) =>
      new Promise((resolve, reject) => {
        sending.push({
          name: file.name,
          succeed: () => resolve(file.name),
          fail: () => reject(new Error("coupée")),
        });
      }),
    onSent: (name) => received.push(name),
    toMessage: (thrown) => (thrown as Error).message,
  });
  const named = (name: string) => {
    const found = sending.findLast((each) => each.name === name);
    if (!found) throw new Error(`${name} is not being sent`);
    return found;
  };
  return { queue, received, sending, named };
}

const files = (...names: string[]) => names.map((name) => new File(["x"], name));
const tick = () => new Promise((resolve) => setTimeout(resolve, 0));

describe("The photo upload queue", () => {
  it("sends at most three photos at a time", async () => {
    const { queue, sending, named } = buildQueue();
    queue.add(files("a", "b", "c", "d", "e"));
    expect(sending.map(({ name }) => name)).toEqual(["a", "b", "c"]);
    named("b").succeed();
    await tick();
    expect(sending.map(({ name }) => name)).toEqual(["a", "b", "c", "d"]);
  });

  it("delivers photos in the order of selection", async () => {
    const { queue, received, named } = buildQueue();
    queue.add(files("a", "b", "c"));
    named("c").succeed();
    named("b").succeed();
    await tick();
    expect(received).toEqual([]);
    named("a").succeed();
    await tick();
    expect(received).toEqual(["a", "b", "c"]);
    expect(queue.list()).toEqual([]);
  });

  it("continues after a failure, and retries on request", async () => {
    const { queue, received, named } = buildQueue(1);
    queue.add(files("a", "b"));
    named("a").fail();
    await tick();
    named("b").succeed();
    await tick();
    expect(received).toEqual(["b"]);
    const [failed] = queue.list();
    expect(failed).toMatchObject({ state: "failed", problem: "coupée" });
    queue.retry(failed?.key ?? "");
    named("a").succeed();
    await tick();
    expect(received).toEqual(["b", "a"]);
  });

  it("settles when no upload is running, also after failures", async () => {
    const { queue, named } = buildQueue();
    await queue.whenIdle();
    queue.add(files("a", "b"));
    let isSettled = false;
    const settled = queue.whenIdle().then(() => {
      isSettled = true;
    });
    named("a").succeed();
    await tick();
    expect(isSettled).toBe(false);
    named("b").fail();
    await settled;
    expect(isSettled).toBe(true);
  });
});
