/** A way from a source to a sink, and what a unit sent through it is worth (a positive whole number). */
export type Pipe = { readonly source: number; readonly sink: number; readonly worth: number };
export type Flow = { readonly source: number; readonly sink: number; readonly amount: number };

type Edge = { readonly to: number; readonly back: number; room: number; readonly worth: number };

/**
 * Sends whole units from sources to sinks, through pipes, so that what they are worth adds up to the most possible.
 * `supply` and `demand` are never exceeded. Successive best paths: each round sends along the path that gains most
 * per unit until none gains, which is optimal, and whole because everything it starts from is.
 */
export function strongestFlow(supply: readonly number[], demand: readonly number[], pipes: readonly Pipe[]): Flow[] {
  const start = supply.length + demand.length;
  const end = start + 1;
  const graph: Edge[][] = Array.from({ length: end + 1 }, () => []);
  const connect = (from: number, to: number, room: number, worth: number): Edge => {
    const forward: Edge = { to, back: graph[to]?.length ?? 0, room, worth };
    const backward: Edge = { to: from, back: graph[from]?.length ?? 0, room: 0, worth: -worth };
    graph[from]?.push(forward);
    graph[to]?.push(backward);
    return forward;
  };
  for (const [source, units] of supply.entries()) connect(start, source, units, 0);
  for (const [sink, units] of demand.entries()) connect(supply.length + sink, end, units, 0);
  const open = pipes.map((pipe) => {
    const room = Math.min(supply[pipe.source] ?? 0, demand[pipe.sink] ?? 0);
    return { pipe, room, edge: connect(pipe.source, supply.length + pipe.sink, room, pipe.worth) };
  });
  while (sendAlongBestPath(graph, start, end)) continue;
  return open
    .map(({ pipe, room, edge }) => ({ source: pipe.source, sink: pipe.sink, amount: room - edge.room }))
    .filter((flow) => flow.amount > 0);
}

/** One round: the path of the greatest gain by label correcting; false when nothing more can be gained. */
function sendAlongBestPath(graph: Edge[][], start: number, end: number): boolean {
  const gain = new Array<number>(graph.length).fill(Number.NEGATIVE_INFINITY);
  const by = new Array<{ from: number; edge: Edge } | undefined>(graph.length).fill(undefined);
  const queued = new Array<boolean>(graph.length).fill(false);
  gain[start] = 0;
  const queue = [start];
  for (let head = 0; head < queue.length; head += 1) {
    const node = queue[head] as number;
    queued[node] = false;
    for (const edge of graph[node] ?? []) {
      const reached = (gain[node] as number) + edge.worth;
      if (edge.room <= 0 || reached <= (gain[edge.to] as number)) continue;
      gain[edge.to] = reached;
      by[edge.to] = { from: node, edge };
      if (queued[edge.to]) continue;
      queued[edge.to] = true;
      queue.push(edge.to);
    }
  }
  if ((gain[end] as number) <= 0) return false;
  let units = Number.POSITIVE_INFINITY;
  for (let step = by[end]; step; step = by[step.from]) units = Math.min(units, step.edge.room);
  for (let step = by[end]; step; step = by[step.from]) {
    step.edge.room -= units;
    const reverse = graph[step.edge.to]?.[step.edge.back];
    if (reverse) reverse.room += units;
  }
  return true;
}
