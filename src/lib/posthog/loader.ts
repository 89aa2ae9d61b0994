/** The only file that imports the browser part of PostHog. Without a key the build drops the import, so that no code is shipped. */

let sdk: Promise<typeof import("./browser")> | undefined;

/** Loads PostHog for a person who accepted it. */
export function startPostHog(personId: string): void {
  if (process.env.NEXT_PUBLIC_POSTHOG_KEY) {
    sdk ??= import("./browser");
    sdk.then(
      ({ startCapturing }) => startCapturing(personId),
      () => undefined,
    );
  }
}

/** Ends capturing, and deletes what PostHog stored in the browser. */
export function stopPostHog(): void {
  sdk?.then(({ stopCapturing }) => stopCapturing()).catch(() => undefined);
}
