export declare const BROWSER_HELP: string;
export declare function findHeadlessBrowser(
  env?: Record<string, string | undefined>,
): Promise<string | undefined>;
