// breaks: no-restricted-imports
import { price } from "../stores/prices";

export const known = price;
