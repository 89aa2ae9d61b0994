export declare const HOW_TO_GET_A_BROWSER: string;
export declare function findBrowser(
  env?: Record<string, string | undefined>,
): Promise<string | undefined>;
