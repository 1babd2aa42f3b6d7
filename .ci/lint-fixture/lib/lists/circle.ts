// breaks: no-cycle
import { there } from "./circle-back";

export const here: number = there + 1;
