import "server-only";

export async function sendDueMails(): Promise<void> {}
