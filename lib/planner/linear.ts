import type { ModelData, VariableType } from "highs";

/** One term of a row or an objective. */
export type Entry = readonly [column: number, coefficient: number];

const CONTINUOUS = 0 as VariableType;
const INTEGER = 1 as VariableType;

/** A linear model with integer columns, put together column by column and row by row. */
export class LinearModel {
  readonly cost: number[] = [];
  readonly lower: number[] = [];
  readonly upper: number[] = [];
  readonly integer: boolean[] = [];
  private readonly rowLower: number[] = [];
  private readonly rowUpper: number[] = [];
  private readonly starts: number[] = [0];
  private readonly indices: number[] = [];
  private readonly values: number[] = [];

  get columns(): number {
    return this.cost.length;
  }

  get rows(): number {
    return this.rowLower.length;
  }

  /** A new column between `lower` and `upper`; returns its index. */
  column(lower: number, upper: number, integer: boolean, cost = 0): number {
    this.lower.push(lower);
    this.upper.push(upper);
    this.integer.push(integer);
    return this.cost.push(cost) - 1;
  }

  /** A new row `lower <= sum of coefficient × column <= upper`; returns its index. A column may come once. */
  row(lower: number, upper: number, entries: readonly Entry[]): number {
    for (const [column, coefficient] of entries) {
      if (coefficient === 0) continue;
      this.indices.push(column);
      this.values.push(coefficient);
    }
    this.starts.push(this.indices.length);
    this.rowLower.push(lower);
    return this.rowUpper.push(upper) - 1;
  }

  /** The model for HiGHS with another objective, other bounds and further rows, where given. */
  data({ cost = this.cost, lower = this.lower, upper = this.upper, rows = [], wholeCents = false }: Variation = {}): ModelData {
    const { starts, indices, values, rowLower, rowUpper } = this.withRows(rows);
    return {
      numCols: this.columns,
      numRows: rowLower.length,
      colCost: Float64Array.from(cost),
      colLower: Float64Array.from(lower),
      colUpper: Float64Array.from(upper),
      rowLower: Float64Array.from(rowLower),
      rowUpper: Float64Array.from(rowUpper),
      integrality: this.integer.map((integer) => (integer || wholeCents ? INTEGER : CONTINUOUS)),
      matrix: {
        format: "csr",
        numRows: rowLower.length,
        numCols: this.columns,
        starts: Int32Array.from(starts),
        indices: Int32Array.from(indices),
        values: Float64Array.from(values),
      },
    };
  }

  private withRows(rows: readonly Pin[]): {
    starts: number[];
    indices: number[];
    values: number[];
    rowLower: number[];
    rowUpper: number[];
  } {
    const { starts, indices, values, rowLower, rowUpper } = this;
    if (rows.length === 0) return { starts, indices, values, rowLower, rowUpper };
    const all = { starts: [...starts], indices: [...indices], values: [...values], rowLower: [...rowLower], rowUpper: [...rowUpper] };
    for (const { entries, most } of rows) {
      for (const [column, coefficient] of entries) {
        if (coefficient === 0) continue;
        all.indices.push(column);
        all.values.push(coefficient);
      }
      all.starts.push(all.indices.length);
      all.rowLower.push(-Infinity);
      all.rowUpper.push(most);
    }
    return all;
  }
}

/** A further row: the sum of the entries is at most so much. */
export type Pin = { readonly entries: readonly Entry[]; readonly most: number };

export type Variation = {
  readonly cost?: ArrayLike<number>;
  readonly lower?: ArrayLike<number>;
  readonly upper?: ArrayLike<number>;
  readonly rows?: readonly Pin[] /** Every column is a whole number. */;
  readonly wholeCents?: boolean;
};
