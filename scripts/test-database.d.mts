export declare function openTestServer(
  env?: Record<string, string | undefined>,
): Promise<{ url: string; stop: () => Promise<void> }>;
export declare function createDatabase(
  adminUrl: string,
  name: string,
  template?: string,
): Promise<string>;
export declare function dropDatabases(adminUrl: string, prefix: string): Promise<void>;
