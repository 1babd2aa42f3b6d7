import { z } from "zod";
import { CATEGORIES } from "@/lib/stores/category";

/** What money is spent on besides what stands on lists, and the shipping of orders. */
export const OTHER_SPENDING = ["eating_out", "getting_around", "bills", "free_time", "shipping"] as const;

/** The kinds of things of lists and orders, and what else a household spends on. */
export const BUDGET_CATEGORIES = [...CATEGORIES, ...OTHER_SPENDING] as const;
export type BudgetCategory = (typeof BUDGET_CATEGORIES)[number];

export const budgetCategorySchema = z.enum(BUDGET_CATEGORIES);
