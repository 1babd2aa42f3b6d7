/** Names of the form fields there is one of for each store and each member. */
export const STORE_PRICE = "store-price-";
export const PARTS = "parts-";

export const storeField = (storeId: string): string => `store-${storeId}`;
export const storePriceField = (storeId: string): string => `${STORE_PRICE}${storeId}`;
export const forField = (memberId: string): string => `for-${memberId}`;
export const partsField = (memberId: string): string => `${PARTS}${memberId}`;
