export declare const HOW_TO_GET_A_BROWSER: string;
export declare function findHeadlessBrowser(
  env?: Record<string, string | undefined>,
): Promise<string | undefined>;
