/** The index that answers searches, and the one that is built to replace it. */
export const LIVE_INDEX = "products";
export const REBUILD_INDEX = "products_rebuild";
